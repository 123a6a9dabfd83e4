import { operations } from '#contract/people-transfers.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import {
  acceptTransfer,
  answerTransfers,
  refuseTransfer,
  releaseTransfer,
  withdrawTransfer,
} from './commands/answer-transfers.ts'
import { requestOwnTransfer, withdrawOwnTransfer } from './commands/own-transfer.ts'
import { requestTransferByDocument } from './commands/request-transfer-by-document.ts'
import { listOwnTransfers } from './queries/own-transfers.ts'
import { getTransfer } from './queries/transfer.ts'
import { listTransfers } from './queries/transfers.ts'
import { findUnions } from './queries/unions.ts'

export const transferRoutes: Route[] = [
  route('listTransfers', operations.listTransfers, 'people.read', listTransfers),
  route('getTransfer', operations.getTransfer, 'people.read', getTransfer),
  route('releaseTransfer', operations.releaseTransfer, 'people.write', releaseTransfer),
  route('acceptTransfer', operations.acceptTransfer, 'people.write', acceptTransfer),
  route('refuseTransfer', operations.refuseTransfer, 'people.write', refuseTransfer),
  route('withdrawTransfer', operations.withdrawTransfer, 'people.write', withdrawTransfer),
  route('answerTransfers', operations.answerTransfers, 'people.write', answerTransfers),
  route(
    'requestTransferByDocument',
    operations.requestTransferByDocument,
    'people.write',
    requestTransferByDocument,
  ),
  route('findUnions', operations.findUnions, 'signed_in', findUnions),
  route('listOwnTransfers', operations.listOwnTransfers, 'own.read', listOwnTransfers),
  route('requestOwnTransfer', operations.requestOwnTransfer, 'own.write', requestOwnTransfer),
  route('withdrawOwnTransfer', operations.withdrawOwnTransfer, 'own.write', withdrawOwnTransfer),
]
