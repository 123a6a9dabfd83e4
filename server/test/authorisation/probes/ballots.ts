import { newId } from '#server/platform/ids.ts'
import { get, post, type Probe, type ProbeRequest } from '../probe.ts'
import type { Place } from '../world.ts'

const run = (send: (place: Place) => ProbeRequest): Probe => ({ is: 'run elections', aimed: send })
const count = (send: (place: Place) => ProbeRequest): Probe => ({ is: 'count papers', aimed: send })
const see = (send: (place: Place) => ProbeRequest): Probe => ({ is: 'see elections', aimed: send })

/** Elections: every one of the test world is over, so that whoever may see it can and nobody changes it. */
export const ballotProbes: Record<string, Probe> = {
  listBallots: {
    is: 'see elections',
    lists: () => get('/ballots?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((row) => row.organisationId),
  },
  // A term of four years is refused once the scope has been judged.
  createBallot: run((place) =>
    post('/ballots', {
      organisationId: place.organisationId,
      kind: 'committee',
      title: '换届选举',
      seats: 3,
      termYears: 4,
      meetingOn: '2099-01-01',
    }),
  ),
  // Lists only unions that lack somebody, of which the test world has none: that it keeps to its scope, its own test shows.
  listChairVacancies: { is: 'see elections', plain: () => get('/ballots/chair-vacancies') },
  getBallot: see((place) => get(`/ballots/${place.ballotId}`)),
  getBallotRoll: see((place) => get(`/ballots/${place.ballotId}/roll`)),
  getBallotResult: see((place) => get(`/ballots/${place.ballotId}/result`)),
  // The election of the test world has no roll: whoever may see it is told so.
  getBallotDocument: see((place) => get(`/ballots/${place.ballotId}/documents/roll`)),
  downloadBallotDocument: see((place) => get(`/ballots/${place.ballotId}/documents/roll/file`)),
  submitBallot: run((place) => post(`/ballots/${place.ballotId}/submission`)),
  freezeRoll: run((place) => post(`/ballots/${place.ballotId}/roll`, { asOf: '2026-01-01' })),
  nominateCandidate: run((place) =>
    post(`/ballots/${place.ballotId}/candidates`, { entryNo: 1, declared: [] }),
  ),
  withdrawCandidate: run((place) => ({
    method: 'DELETE',
    path: `/ballots/${place.ballotId}/candidates/${newId()}`,
  })),
  publishCandidates: run((place) => post(`/ballots/${place.ballotId}/notice`)),
  raiseBallotObjection: run((place) => post(`/ballots/${place.ballotId}/objections`, { reason: '异议' })),
  settleBallotObjection: run((place) =>
    post(`/ballots/${place.ballotId}/objections/${newId()}/answer`, { answer: '答复' }),
  ),
  openBallot: run((place) => post(`/ballots/${place.ballotId}/rounds`)),
  decideBallot: run((place) => post(`/ballots/${place.ballotId}/decision`, { kind: 'finish' })),
  submitBallotResult: run((place) => post(`/ballots/${place.ballotId}/result/submission`)),
  handOutPapers: count((place) => post(`/ballots/${place.ballotId}/papers`, { entryNos: [1] })),
  recordPaperResult: count((place) =>
    post(`/ballots/${place.ballotId}/paper-entries`, {
      bundleNo: 1,
      papers: [{ marks: 'y', writeIns: [], unclear: false }],
    }),
  ),
  getPaperEntry: count((place) => get(`/ballots/${place.ballotId}/paper-entries/1`)),
  closeBallot: count((place) => post(`/ballots/${place.ballotId}/closing`, { returned: 0, spoilt: 0 })),
}
