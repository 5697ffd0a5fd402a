// Service Bus: two queues for work, one topic for what happened. Sign-in with an identity only.

import { queues, roles, topic, topicSubscription } from 'names.bicep'

param location string
param tags object
param namespaceName string
param identityName string
param workspaceName string

// The longest lock there is; the host renews it for work that takes longer (host.json, maxAutoLockRenewalDuration).
var lockDuration = 'PT5M'

// The host's number too (host.json): five attempts, then aside with a receipt.
var maxDeliveryCount = 5

// Covers a sender that tries again. Longer would swallow a second, meant request with the same id.
var duplicateWindow = 'PT10M'

// Long enough to repair something over the Christmas holidays.
var timeToLive = 'P14D'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: namespaceName
  location: location
  tags: tags
  sku: {
    name: 'Standard'
    tier: 'Standard'
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
  }
}

resource workQueues 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [
  for queue in queues: {
    parent: namespace
    name: queue
    properties: {
      lockDuration: lockDuration
      maxDeliveryCount: maxDeliveryCount
      deadLetteringOnMessageExpiration: true
      defaultMessageTimeToLive: timeToLive
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: duplicateWindow
      requiresSession: false
      // A partitioned queue with duplicate detection refuses a message without an id; this one gives it an id.
      enablePartitioning: false
    }
  }
]

resource events 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' = {
  parent: namespace
  name: topic
  properties: {
    defaultMessageTimeToLive: timeToLive
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: duplicateWindow
    enablePartitioning: false
  }
}

// Without a filter: the planner decides which events matter to it, in code that a test can read.
resource planner 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = {
  parent: events
  name: topicSubscription
  properties: {
    lockDuration: lockDuration
    maxDeliveryCount: maxDeliveryCount
    deadLetteringOnMessageExpiration: true
    deadLetteringOnFilterEvaluationExceptions: true
    defaultMessageTimeToLive: timeToLive
    requiresSession: false
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.serviceBusDataReceiver, roles.serviceBusDataSender]: {
    name: guid(namespace.id, identity.id, role)
    scope: namespace
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'naar-logboek'
  scope: namespace
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}
