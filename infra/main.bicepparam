using 'main.bicep'

// The invented municipality of the sample data. Copy this file for your own; see docs/uitrol.md.
param gemeente = 'GM9901'
param omgeving = 'prod'
param locatie = 'westeurope'
param archiefDagen = 35
param inboxDagen = 30
param quarantaineDagen = 14
param logDagen = 90
param gemeentebestand = 'gemeente.json'
