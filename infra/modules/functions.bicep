// The function app on Flex Consumption. It signs in everywhere as one user-assigned identity; it knows no key.

import { caseKeySecret, packageContainer } from 'names.bicep'

param location string
param tags object
param planName string
param appName string
param identityName string
param hostAccountName string
param dataAccountName string
param namespaceName string
param insightsName string
param vaultName string
param gemeentebestand string
param archiveDays int
param quarantineDays int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var storageSuffix = environment().suffixes.storage
var clientId = identity.properties.clientId
var caseKey = '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${caseKeySecret})'

// A list and not an object with a loop: so every setting stands as itself in the snapshot.
var settings = [
  { name: 'AzureWebJobsStorage__accountName', value: hostAccountName }
  { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
  { name: 'AzureWebJobsStorage__clientId', value: clientId }
  { name: 'Opslag__accountName', value: dataAccountName }
  { name: 'Opslag__blobServiceUri', value: 'https://${dataAccountName}.blob.${storageSuffix}' }
  { name: 'Opslag__queueServiceUri', value: 'https://${dataAccountName}.queue.${storageSuffix}' }
  { name: 'Opslag__credential', value: 'managedidentity' }
  { name: 'Opslag__clientId', value: clientId }
  { name: 'ServiceBus__fullyQualifiedNamespace', value: '${namespaceName}.servicebus.windows.net' }
  { name: 'ServiceBus__credential', value: 'managedidentity' }
  { name: 'ServiceBus__clientId', value: clientId }
  // Which identity the Azure SDK takes when nothing else is said.
  { name: 'AZURE_CLIENT_ID', value: clientId }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
  { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${clientId};Authorization=AAD' }
  { name: 'Signalering__Gemeentebestand', value: gemeentebestand }
  { name: 'Signalering__ArchiefDagen', value: string(archiveDays) }
  { name: 'Signalering__QuarantaineDagen', value: string(quarantineDays) }
  { name: 'Signalering__Casussleutel', value: caseKey }
]

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostAccount.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: 40
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
      appSettings: settings
    }
  }
}

resource noBasicAuthForFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noBasicAuthForScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}
