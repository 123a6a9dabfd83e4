import { get, post, type Probe } from '../probe.ts'
import type { Place } from '../world.ts'

const of = (place: Place, rest: string) => `/roster-imports/${place.importId}${rest}`

// An empty file is refused in the background; what counts here is whether it may be sent at all.
function upload(place: Place): FormData {
  const form = new FormData()
  form.set('organisationId', place.organisationId)
  form.set('file', new Blob([]), 'empty.xlsx')
  return form
}

/** The roster bridge: uploads, rows, commit and undo. */
export const rosterProbes: Record<string, Probe> = {
  createRosterImport: { is: 'import a roster', aimed: (place) => post('/roster-imports', upload(place)) },
  createOrganisationImport: {
    is: 'import the register',
    aimed: (place) => post('/organisation-imports', upload(place)),
  },
  listRosterImports: {
    is: 'import a roster',
    lists: () => get('/roster-imports?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((each) => each.organisationId),
  },
  getRosterImport: { is: 'import a roster', aimed: (place) => get(of(place, '')) },
  remapRosterImport: {
    is: 'import a roster',
    aimed: (place) => ({
      method: 'PUT',
      path: of(place, '/columns'),
      body: { columns: [{ key: 'none', field: null }] },
    }),
  },
  listRosterImportRows: { is: 'import a roster', aimed: (place) => get(of(place, '/rows')) },
  listRosterImportLeavers: { is: 'import a roster', aimed: (place) => get(of(place, '/leavers')) },
  checkRosterImportRow: { is: 'import a roster', plain: () => post('/roster-imports/none/rows/1/check', {}) },
  fixRosterImportRow: {
    is: 'import a roster',
    plain: () => ({ method: 'PATCH', path: '/roster-imports/none/rows/1', body: {} }),
  },
  commitRosterImport: { is: 'import a roster', aimed: (place) => post(of(place, '/commit')) },
  undoRosterImport: { is: 'import a roster', aimed: (place) => post(of(place, '/undo')) },
  getRosterImportReport: { is: 'import a roster', aimed: (place) => get(of(place, '/report')) },
  downloadRejectedRows: { is: 'import a roster', aimed: (place) => get(of(place, '/rejected-rows')) },
}
