// Everything that one installation of Signalering needs, in one resource group. See docs/uitrol.md (Dutch).

targetScope = 'resourceGroup'

@description('CBS-code van de gemeente, bijvoorbeeld GM9901.')
@minLength(6)
@maxLength(6)
param gemeente string

@description('Soort omgeving. Productie krijgt een slot tegen verwijderen.')
@allowed(['ont', 'test', 'acc', 'prod'])
param omgeving string

@description('Azure-regio; alleen regio\'s binnen de Europese Unie.')
@allowed([
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'northeurope'
  'polandcentral'
  'spaincentral'
  'swedencentral'
  'westeurope'
])
param locatie string = 'westeurope'

@description('Zo veel dagen blijft een verwerkt bestand in het archief. Motiveer de keuze in de DPIA.')
@minValue(0)
@maxValue(400)
param archiefDagen int = 35

@description('Zo veel dagen blijft in de inbox staan wat niet verwerkt kon worden.')
@minValue(7)
@maxValue(90)
param inboxDagen int = 30

@description('Zo veel dagen wacht een bestand waarin misschien persoonsgegevens staan op een besluit; daarna wordt het verwijderd.')
@minValue(1)
@maxValue(14)
param quarantaineDagen int = 14

@description('Bewaartermijn van logboeken in dagen.')
@minValue(30)
@maxValue(730)
param logDagen int = 90

@description('Pad van het gemeentebestand (wijken en wijkteams) in het pakket van de functie-app.')
param gemeentebestand string = 'gemeente.json'

@description('Alleen bij de allereerste uitrol false: het abonnement op de inbox kan pas als de code draait.')
param codeGepubliceerd bool = true

// Short and stable: the same resource group gives the same names.
var suffix = uniqueString(resourceGroup().id)
var workload = 'signalering-${omgeving}'
var locked = omgeving == 'prod'

var tags = {
  product: 'signalering'
  gemeente: gemeente
  omgeving: omgeving
  'data-classificatie': 'vertrouwelijk'
}

var names = {
  identity: 'id-${workload}'
  workspace: 'log-${workload}'
  insights: 'appi-${workload}'
  dataAccount: 'stsig${omgeving}${suffix}'
  hostAccount: 'stfn${omgeving}${suffix}'
  namespace: 'sb-${workload}-${suffix}'
  vault: 'kv-sig-${omgeving}-${take(suffix, 8)}'
  plan: 'asp-${workload}'
  app: 'func-${workload}-${suffix}'
  systemTopic: 'egst-${workload}'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: names.identity
  location: locatie
  tags: tags
}

module telemetry 'modules/telemetry.bicep' = {
  name: 'telemetry'
  params: {
    location: locatie
    tags: tags
    workspaceName: names.workspace
    insightsName: names.insights
    retentionDays: logDagen
    identityName: identity.name
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    location: locatie
    tags: tags
    accountName: names.dataAccount
    archiveDays: archiefDagen
    inboxDays: inboxDagen
    quarantineDays: quarantaineDagen
    locked: locked
    identityName: identity.name
    workspaceName: names.workspace
  }
  dependsOn: [telemetry]
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    location: locatie
    tags: tags
    accountName: names.hostAccount
    identityName: identity.name
  }
}

module messaging 'modules/messaging.bicep' = {
  name: 'messaging'
  params: {
    location: locatie
    tags: tags
    namespaceName: names.namespace
    identityName: identity.name
    workspaceName: names.workspace
  }
  dependsOn: [telemetry]
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    location: locatie
    tags: tags
    vaultName: names.vault
    locked: locked
    identityName: identity.name
    workspaceName: names.workspace
  }
  dependsOn: [telemetry]
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  params: {
    location: locatie
    tags: tags
    planName: names.plan
    appName: names.app
    identityName: identity.name
    hostAccountName: names.hostAccount
    dataAccountName: names.dataAccount
    namespaceName: names.namespace
    insightsName: names.insights
    vaultName: names.vault
    gemeentebestand: gemeentebestand
    archiveDays: archiefDagen
    quarantineDays: quarantaineDagen
  }
  dependsOn: [hostStorage, messaging, storage, telemetry, vault]
}

module arrivalTopic 'modules/arrival-topic.bicep' = {
  name: 'arrival-topic'
  params: {
    location: locatie
    tags: tags
    topicName: names.systemTopic
    dataAccountName: names.dataAccount
    hostAccountName: names.hostAccount
    workspaceName: names.workspace
  }
  dependsOn: [hostStorage, storage, telemetry]
}

// A module and not a condition on the resource: ARM must not ask for the key while there is no code to have one.
module arrivalSubscription 'modules/arrival-subscription.bicep' = if (codeGepubliceerd) {
  name: 'arrival-subscription'
  params: {
    topicName: names.systemTopic
    appName: names.app
    hostAccountName: names.hostAccount
  }
  dependsOn: [arrivalTopic, functions]
}

@description('Naam van de functie-app, om de code naartoe te publiceren.')
output functieApp string = names.app

@description('Naam van het opslagaccount met de inbox en de rapporten.')
output opslagaccount string = names.dataAccount

@description('Naam van de sleutelkluis waarin de beheerder de casussleutel zet.')
output kluis string = names.vault
