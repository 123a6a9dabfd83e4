import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { Paper } from './paper.ts'
import { oneOf } from './people-records.ts'
import { registerWorkbook, Searched, sortedBy } from './registers.ts'

export const batchStates = ['made', 'checked', 'paid', 'sent_back'] as const
export const BatchState = oneOf(batchStates)
export type BatchState = Static<typeof BatchState>

export const returnCauses = ['account_wrong', 'name_differs', 'account_closed', 'other'] as const
/** Why the bank could not pay. */
export const ReturnCause = oneOf(returnCauses)
export type ReturnCause = Static<typeof ReturnCause>

export const claimStates = [
  'ready',
  'again',
  'no_account',
  'account_returned',
  'owes',
  'own',
  'above_ceiling',
] as const
/**
 * Whether what is due can stand on the next list: `ready`, or once more after it was returned (`again`); or why not: no account, the account that
 * was returned is still the one on record, more to be taken off than due, it concerns whoever asks or a near relative, or it
 * holds a benefit that is above its ceiling and was not allowed.
 */
export const ClaimState = oneOf(claimStates)
export type ClaimState = Static<typeof ClaimState>

/** What is due to one payee and stands on no list: sums of their claims. */
export const OpenClaim = Type.Object({
  personId: Id,
  name: Type.String(),
  organisationName: Type.String(),
  periods: Type.Array(Type.String()),
  claims: Type.Integer(),
  netFen: Type.Integer(),
  taxFen: Type.Integer(),
  account: Nullable(Type.String({ description: 'bank and last four digits' })),
  state: ClaimState,
  cause: Nullable(ReturnCause),
})
export type OpenClaim = Static<typeof OpenClaim>

export const PaymentBatchRow = Type.Object({
  id: Id,
  budgetId: Id,
  budgetName: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  number: Type.Integer(),
  state: BatchState,
  lines: Type.Integer(),
  totalFen: Type.Integer(),
  taxFen: Type.Integer(),
  returnedLines: Type.Integer(),
  madeAt: Instant,
})
export type PaymentBatchRow = Static<typeof PaymentBatchRow>

/** Why somebody may not take the next step, or null: they may. */
export const HandRefusal = Nullable(
  oneOf(['no_power', 'wrong_state', 'same_hand', 'own_payment', 'own_account_entry']),
)
export type HandRefusal = Static<typeof HandRefusal>

export const PaymentBatch = Type.Intersect([
  PaymentBatchRow,
  Type.Object({
    checksum: Type.String(),
    returnedFen: Type.Integer(),
    acts: Type.Array(
      Type.Object({ act: BatchState, name: Type.String(), actedAt: Instant, reason: Type.String() }),
    ),
    can: Type.Object({ check: HandRefusal, pay: HandRefusal, export: HandRefusal, sendBack: HandRefusal }),
  }),
])
export type PaymentBatch = Static<typeof PaymentBatch>

export const lineStates = ['listed', 'paid', 'returned', 'reissued'] as const
export const PaymentLine = Type.Object({
  id: Id,
  number: Type.Integer(),
  name: Type.String(),
  organisationName: Type.String(),
  account: Type.String(),
  amountFen: Type.Integer(),
  taxFen: Type.Integer(),
  periods: Type.Array(Type.String()),
  claimId: Id,
  isReissue: Type.Boolean(),
  state: oneOf(lineStates),
  cause: Nullable(ReturnCause),
})
export type PaymentLine = Static<typeof PaymentLine>

const ofBatch = Type.Object({ batchId: Id })
const listed = {
  state: Type.Optional(BatchState),
  budgetId: Type.Optional(Id),
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100, description: 'in which it was made' })),
  q: Searched,
  sort: sortedBy(['budget', 'organisation', 'lines', 'sum', 'returned', 'madeAt']),
}

/** The papers of a list: the sheet with gross, tax and net to be signed for, and the list with accounts by their last digits. */
export const paymentPapers = ['sheet', 'list'] as const
export type PaymentPaper = (typeof paymentPapers)[number]
const ofPaper = Type.Object({ batchId: Id, paper: oneOf(paymentPapers) })

/** Payments: from what is due to the bank's list, by three hands. */
export const operations = {
  recordPayeeAccount: operation({
    method: 'POST',
    path: '/members/:personId/payee-accounts',
    summary: 'Record the account somebody is paid to; its holder is the person',
    params: Type.Object({ personId: Id }),
    body: Type.Object({
      bankName: Type.String({ minLength: 2, maxLength: 60 }),
      number: Type.String({ pattern: '^[0-9]{8,30}$' }),
      holder: Type.String({ minLength: 2, maxLength: 60 }),
    }),
    output: Nothing,
    status: 201,
  }),
  listOpenClaims: operation({
    method: 'GET',
    path: '/budgets/:budgetId/open-claims',
    summary: 'What is due on a budget and stands on no list, and what keeps it off',
    params: Type.Object({ budgetId: Id }),
    query: Type.Object({ ...PageQuery, state: Type.Optional(ClaimState) }),
    output: PageOf(OpenClaim),
  }),
  createPaymentBatch: operation({
    method: 'POST',
    path: '/budgets/:budgetId/payment-batches',
    summary: 'Put everything that is due and can be paid on a list',
    params: Type.Object({ budgetId: Id }),
    output: Type.Object({ batchId: Id, lines: Type.Integer(), totalFen: Type.Integer() }),
    status: 201,
  }),
  listPaymentBatches: operation({
    method: 'GET',
    path: '/payment-batches',
    summary: 'Payment lists within scope, the newest first',
    query: Type.Object({ ...PageQuery, ...listed }),
    output: PageOf(PaymentBatchRow),
  }),
  downloadPaymentBatches: registerWorkbook(
    '/payment-batches/workbook',
    'Payment lists as a workbook',
    listed,
  ),
  getPaymentBatch: operation({
    method: 'GET',
    path: '/payment-batches/:batchId',
    summary: 'One payment list, its three hands, and what one may do with it',
    params: ofBatch,
    output: PaymentBatch,
  }),
  listPaymentLines: operation({
    method: 'GET',
    path: '/payment-batches/:batchId/lines',
    summary: 'The lines of a payment list',
    params: ofBatch,
    query: Type.Object({ ...PageQuery, state: Type.Optional(oneOf(lineStates)) }),
    output: PageOf(PaymentLine),
  }),
  approvePaymentBatch: operation({
    method: 'POST',
    path: '/payment-batches/:batchId/check',
    summary: 'Check a payment list: the second hand',
    params: ofBatch,
    output: Nothing,
  }),
  sendBackPaymentBatch: operation({
    method: 'POST',
    path: '/payment-batches/:batchId/return-to-maker',
    summary: 'Send a list back before it is paid; what stood on it is due as before',
    params: ofBatch,
    body: Type.Object({ reason: Type.String({ minLength: 4, maxLength: 300 }) }),
    output: Nothing,
  }),
  exportPaymentBatch: operation({
    method: 'GET',
    path: '/payment-batches/:batchId/bank-list',
    summary: 'The list as the bank gets it; the same bytes every time',
    params: ofBatch,
    query: Type.Object({ format: oneOf(['xlsx', 'csv']) }),
    file: 'download',
    output: Type.String({ description: 'the file' }),
    load: 'export',
  }),
  getPaymentPaper: operation({
    method: 'GET',
    path: '/payment-batches/:batchId/papers/:paper',
    summary: 'The sheet of what is paid to whom 发放表, or the list for the bank’s record 发放清单, to print',
    params: ofPaper,
    output: Paper,
  }),
  downloadPaymentPaper: operation({
    method: 'GET',
    path: '/payment-batches/:batchId/papers/:paper/file',
    summary: 'The same paper as .docx',
    params: ofPaper,
    file: 'download',
    output: Nothing,
    load: 'export',
  }),
  payPaymentBatch: operation({
    method: 'POST',
    path: '/payment-batches/:batchId/payment',
    summary: 'Say that the bank was told to pay: the third hand',
    params: ofBatch,
    output: Nothing,
  }),
  importPaymentReturns: operation({
    method: 'POST',
    path: '/payment-returns',
    summary: 'Read the bank’s list of what it could not pay',
    body: Type.Object({ batchId: Id }),
    file: 'upload',
    output: Type.Object({ returned: Type.Integer(), returnedFen: Type.Integer() }),
    status: 201,
    load: 'import',
  }),
}
