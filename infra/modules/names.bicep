// Names that code and infrastructure share. The tests compare them with the names in the code.

@export()
var containers = [
  'archief'
  'dialoog'
  'dialoogregister'
  'exports'
  'kubussen'
  'ontvangst'
  'quarantaine'
  'rapporten'
  'teamrapporten'
]

@export()
var queues = [
  'leveringen'
  'rapportages'
]

@export()
var topic = 'gebeurtenissen'

@export()
var topicSubscription = 'rapportplanner'

@export()
var inbox = 'exports'

@export()
var dialogue = 'dialoog'

@export()
var archive = 'archief'

@export()
var quarantine = 'quarantaine'

@export()
var inboxFunction = 'ReceiveExport'

@export()
var dialogueFunction = 'ReadDialogue'

@export()
var packageContainer = 'pakket'

@export()
var undeliveredContainer = 'onbezorgd'

@export()
var caseKeySecret = 'casussleutel'

// What built-in roles are called inside Azure.
@export()
var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  serviceBusDataReceiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  serviceBusDataSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}
