import { get, post, type Probe } from '../probe.ts'
import type { Place } from '../world.ts'

// Before anything in the test world existed: every dated procedure refuses it, once the scope has been judged.
const tooEarly = '2000-01-01'
const at = (place: Place, rest: string) => `/organisations/${place.organisationId}${rest}`

/** The tree, the register and the procedures that change them. */
export const organisationProbes: Record<string, Probe> = {
  listOrganisations: {
    is: 'see organisations',
    lists: () => get('/organisations?limit=200'),
    organisationIdsOf: (body: { items: { id: string }[] }) => body.items.map((each) => each.id),
  },
  getOrganisationTree: {
    is: 'see organisations',
    aimed: (place) => get(`/organisation-tree?parentId=${place.organisationId}`),
  },
  getOrganisation: { is: 'see organisations', aimed: (place) => get(at(place, '')) },
  listOrganisationGaps: {
    is: 'see organisations',
    aimed: (place) => get(`/organisation-gaps?parentId=${place.organisationId}`),
  },
  createOrganisation: {
    is: 'change organisations',
    aimed: (place) =>
      post('/organisations', {
        name: '测试新建',
        kind: 'employer',
        parentId: place.organisationId,
        startsOn: tooEarly,
      }),
  },
  changeOrganisation: {
    is: 'change organisations',
    aimed: (place) => post(at(place, '/changes'), { name: '测试改名', startsOn: tooEarly }),
  },
  moveOrganisation: {
    is: 'change organisations',
    aimed: (place) => post(at(place, '/moves'), { parentId: place.organisationId, startsOn: '2026-01-01' }),
  },
  mergeOrganisations: {
    is: 'change organisations',
    aimed: (place, home) =>
      post('/organisation-mergers', {
        predecessorIds: [place.organisationId],
        successorId: home.organisationId,
        happenedOn: tooEarly,
      }),
  },
  splitOrganisation: {
    is: 'change organisations',
    aimed: (place) =>
      post(at(place, '/splits'), { name: '测试拆分', childIds: [], employerIds: [], happenedOn: tooEarly }),
  },
  closeOrganisation: {
    is: 'change organisations',
    aimed: (place) => post(at(place, '/closure'), { endedOn: tooEarly }),
  },
  previewTreeChange: {
    is: 'change organisations',
    aimed: (place) => get(at(place, '/consequences?on=2026-01-01')),
  },
  recordHeadcount: {
    is: 'change organisations',
    aimed: (place) => post(at(place, '/headcounts'), { asOf: '2099-01-01', workers: 1 }),
  },
  recordTerm: {
    is: 'change organisations',
    aimed: (place) => post(at(place, '/terms'), { electedOn: '2024-01-01', termYears: 4 }),
  },
  recordCoverage: {
    is: 'change organisations',
    aimed: (place) =>
      post(at(place, '/coverages'), { employerId: place.organisationId, startsOn: '2024-01-01' }),
  },
  endCoverage: {
    is: 'change organisations',
    aimed: (place) =>
      post(at(place, '/coverages/endings'), { employerId: place.organisationId, endsBefore: '2024-01-01' }),
  },
  recordAffiliation: {
    is: 'change organisations',
    aimed: (place, home) =>
      post(at(place, '/affiliations'), {
        parentId: home.organisationId,
        kind: 'guides',
        startsOn: tooEarly,
      }),
  },
}
