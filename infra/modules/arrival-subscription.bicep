// From the inbox to ReceiveExport, and from the container with answers to ReadDialogue. A blob trigger with Source = EventGrid listens on the webhook of the host's blob
// extension. Event Grid calls it when the subscription is made, and both the answer and the key come from running code:
// so the code has to be there first. The key is read where it is used and is in no parameter and no output.

import { dialogue, dialogueFunction, inbox, inboxFunction, undeliveredContainer } from 'names.bicep'

param topicName string
param appName string
param hostAccountName string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostAccountName
}

var webhook = 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs'
var arrivals = [
  { name: 'inbox', container: inbox, function: inboxFunction }
  { name: 'dialoog', container: dialogue, function: dialogueFunction }
]
var key = listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension

// No filter on the file's extension: a file that is no table gets a receipt too. None on the kind of write either:
// this account has no hierarchical namespace, so a blob is complete when it is announced.
@batchSize(1)
resource subscriptions 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [for arrival in arrivals: {
  parent: topic
  name: '${arrival.name}-naar-${toLower(arrival.function)}'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${arrival.container}/'
    }
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: '${webhook}?functionName=Host.Functions.${arrival.function}&code=${key}'
        maxEventsPerBatch: 1
        minimumTlsVersionAllowed: '1.2'
      }
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: hostAccount.id
          blobContainerName: undeliveredContainer
        }
      }
    }
  }
}]
