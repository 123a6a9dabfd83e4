import { get, post, type Probe } from '../probe.ts'

/** Members, their files, and changes of many at once. */
export const peopleProbes: Record<string, Probe> = {
  listMembers: {
    is: 'see members',
    lists: () => get('/members?limit=200'),
    organisationIdsOf: (body: { items: { unionId: string }[] }) => body.items.map((each) => each.unionId),
  },
  getMember: { is: 'see members', aimed: (place) => get(`/members/${place.memberId}`) },
}
