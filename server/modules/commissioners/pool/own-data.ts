import type { OwnDataPart } from '#server/platform/own-data.ts'
import { findOwnTalent } from './queries/talents.ts'

/** What the pool holds about somebody: their own entry. */
export const talentOwnData: OwnDataPart = {
  name: 'commissioners',
  title: { zh: '党工专员人才库', en: 'Commissioners’ talent pool' },
  rows: async (tx, actor) => {
    const talent = await findOwnTalent(tx, actor)
    if (talent === undefined) return []
    const { id: _id, ...said } = talent
    return [{ what: { zh: '人才库条目', en: 'Entry of the pool' }, said: JSON.stringify(said) }]
  },
}
