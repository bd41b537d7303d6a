import { makeTemplate } from './test-database.js'

await makeTemplate()
