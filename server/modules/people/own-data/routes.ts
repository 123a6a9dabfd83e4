import { operations } from '#contract/own-data.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { askErasure, getErasurePreview } from '../erasure/ask-erasure.ts'
import { askCorrection, changeCorrection } from './ask-correction.ts'
import { changeOwnData } from './change-own-data.ts'
import { listOwnRequests, withdrawOwnRequest } from './own-requests.ts'

/** One's own data: everybody signed in, about themselves only. */
export const ownDataRoutes: Route[] = [
  route('changeOwnData', operations.changeOwnData, 'own.write', changeOwnData),
  route('askCorrection', operations.askCorrection, 'own.write', askCorrection),
  route('changeCorrection', operations.changeCorrection, 'own.write', changeCorrection),
  route('listOwnRequests', operations.listOwnRequests, 'own.read', listOwnRequests),
  route('withdrawOwnRequest', operations.withdrawOwnRequest, 'own.write', withdrawOwnRequest),
  route('getErasurePreview', operations.getErasurePreview, 'own.read', getErasurePreview),
  route('askErasure', operations.askErasure, 'own.write', askErasure),
]
