import type { Static } from 'typebox'
import { Nullable } from './operation.ts'
import { oneOf } from './people-records.ts'

/** Why somebody may not judge a venue: they, or a declared near relative, serve where it is kept. Null: they may. */
export const InspectionRefusal = Nullable(oneOf(['no_power', 'own_venue', 'near_relative']))
export type InspectionRefusal = Static<typeof InspectionRefusal>
