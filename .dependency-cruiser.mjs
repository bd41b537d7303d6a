import { business, foundation, pureRoles, slices } from './scripts/lib/rooms.mjs'

// Who may import whom. `npm run laws` cruises every building with these; each law has a fixture that breaks it in scripts/laws.test.mjs.
const either = (names) => `(${names.join('|')})`
const inSource = '^(?:apps/[^/]+|packages/[^/]+)/src'
// An app sees the contracts as they were built.
const inHouse = '^(?:apps/[^/]+|packages/[^/]+)/(?:src|dist)'
const npm = (names) => `(^|node_modules/)${either(names)}(/|$)`
const testCode = '(\\.test\\.tsx?$|/testing/|/test/)'
const pure = `\\.${either(pureRoles)}\\.ts$`

const law = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    law('resolves', 'An import that leads nowhere is checked by nobody. Are the contracts built (cd packages/contracts && npx tsc -b)?', {}, { couldNotResolve: true }),
    law('no-cycle', 'What needs each other is one module, or composed in app/.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),

    law('contracts-import-zod-only', 'Three programs carry the contracts.', { path: '^packages/contracts/src/' }, { pathNot: ['^packages/contracts/src/', npm(['zod'])] }),
    law('zod-in-schemas-only', 'Routes and vocabulary are plain data, so that the phone carries them for nothing.', { path: '^packages/contracts/src/', pathNot: '\\.schemas\\.ts$' }, { path: [npm(['zod']), '\\.schemas\\.ts$'], dependencyTypesNot: ['type-only'] }),
    law('phone-without-zod', 'The mini-program takes types from the schemas, never the schemas.', { path: '^apps/miniprogram/src/' }, { path: [npm(['zod']), '^packages/contracts/(?:src|dist)/.*schemas\\.'], dependencyTypesNot: ['type-only'] }),

    law('apps-apart', 'Apps meet in the contracts.', { path: '^apps/([^/]+)/' }, { path: '^(apps|e2e)/', pathNot: '^apps/$1/' }),
    law('contracts-as-built', 'By its subpath: @dangqun/contracts/<slice>/routes.', { path: '^(apps|e2e)/' }, { path: '^packages/contracts/src/' }),

    law('platform-below-all', 'Platform knows no slice.', { path: `${inSource}/platform/` }, { path: `${inSource}/`, pathNot: `${inSource}/(?:platform|ui)/` }),
    law('ui-below-slices', 'Shared parts know no slice.', { path: `${inSource}/ui/`, pathNot: testCode }, { path: `${inSource}/`, pathNot: `${inSource}/(?:platform|ui)/` }),
    law('kit-below-all', 'The kit knows no slice.', { path: '^packages/contracts/src/kit/' }, { path: '^packages/contracts/src/', pathNot: '^packages/contracts/src/kit/' }),
    law('app-above-all', 'Wiring imports slices; slices do not import wiring.', { path: `${inSource}/${either(slices)}/`, pathNot: testCode }, { path: `${inSource}/(?:app|pages)/` }),

    ...foundation.map((slice, place) =>
      law(`foundation-order-${slice}`, `${foundation.join(' → ')}: only to the right.`, { path: `${inSource}/${slice}/` }, { path: `${inHouse}/${either([...foundation.slice(0, place), ...business])}/` }),
    ),
    law('business-slices-are-strangers', 'Two slices are composed in app/ or pages/, by an event, or by a subject reference.', { path: `${inSource}/${either(business)}/` }, { path: `${inHouse}/${either(business)}/`, pathNot: `${inHouse}/$1/` }),

    law('pure-roles', `A ${pureRoles.join(', ')} takes plain data and \`now\`; of others than its like it imports types only.`, { path: pure }, {
      // A Seeded is a stream of numbers, dayjs is arithmetic; zod-under-csp sets one switch of zod before the first schema is made.
      pathNot: [pure, '\\.(vocabulary|facts)\\.', '^apps/api/src/platform/seeded/', '^packages/contracts/dist/(?!kit/client)', npm(['dayjs']), '^apps/console/src/platform/zod-under-csp\\.ts$'],
      dependencyTypesNot: ['type-only'],
    }),
    law('product-without-tests', 'Test code stays in tests.', { path: inSource, pathNot: testCode }, { path: testCode }),
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/', '^packages/[^/]+/dist/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
      // The mini-program's files that differ by platform have two endings.
      extensions: ['.ts', '.tsx', '.h5.ts', '.h5.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.less', '.css', '.png'],
    },
  },
}
