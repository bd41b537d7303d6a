/** The rooms of the house, by the names of docs/GLOSSARY.md. A foundation slice may import those behind it. */
export const foundation = ['notices', 'organization', 'accounts', 'centers', 'audit']
export const business = ['activities', 'volunteering', 'transfer', 'financing', 'venues', 'requests', 'ratings', 'education', 'socials', 'exchange', 'insights']
export const slices = [...foundation, ...business]

/** Roles that take plain data and return a value. */
export const pureRoles = ['machine', 'rules', 'policy', 'factory']

const screen = ['api', 'store', 'text', ...pureRoles]

/**
 * The buildings: where their modules are, the rooms beside the slices, and the closed lists of roles.
 * `loose` are files of a slice that bear no role, as a path inside the slice.
 */
export const buildings = [
  {
    name: 'contracts',
    folder: 'packages/contracts',
    sources: ['src'],
    rooms: ['kit'],
    roles: ['vocabulary', 'schemas', 'routes', 'rules'],
    loose: [],
    roomRoles: ['schemas'],
  },
  {
    name: 'api',
    folder: 'apps/api',
    sources: ['src', 'seeds', 'bench'],
    rooms: ['platform', 'app'],
    roles: ['module', 'controller', 'service', 'entity', 'queries', 'jobs', 'events', 'facts', 'errors', ...pureRoles],
    loose: [],
    roomRoles: ['module', 'controller', 'guard', 'interceptor', 'filter', 'client', 'queries', 'jobs', 'errors', ...pureRoles],
  },
  {
    name: 'miniprogram',
    folder: 'apps/miniprogram',
    sources: ['src'],
    rooms: ['platform', 'ui', 'pages', 'assets'],
    roles: screen,
    loose: [/^components\/[a-z0-9-]+(\.test)?\.tsx$/, /^use-[a-z0-9-]+(\.test)?\.tsx?$/, /^pages\/[a-z0-9-]+\/(index\.tsx|index\.config\.ts|[a-z0-9-]+\.test\.tsx)$/],
    roomRoles: ['h5', 'weapp', 'config', ...pureRoles],
  },
  {
    name: 'console',
    folder: 'apps/console',
    sources: ['src'],
    rooms: ['platform', 'ui', 'app'],
    roles: ['page', ...screen],
    loose: [/^components\/[a-z0-9-]+(\.test)?\.tsx$/, /^use-[a-z0-9-]+(\.test)?\.tsx?$/],
    roomRoles: [...pureRoles],
  },
]
