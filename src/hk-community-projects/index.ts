export * from './document.js'
export { ledger, type Locator } from './ledger.js'
export { communityProjects } from './module.js'
