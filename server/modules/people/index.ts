export { createPersons, type NewPerson } from './commands/create-persons.ts'
export { requestTransfersOfImport, withdrawTransfersOfImport } from './commands/import-transfers.ts'
export { requestTransfers } from './commands/request-transfers.ts'
export { settleTransfers } from './commands/settle-transfers.ts'
export { moveMemberships, type UnionMove } from './commands/move-memberships.ts'
export { memberIndexDifferences } from './member-index-check.ts'
export { refreshMemberIndex, turnMembers } from './member-index.ts'
export {
  cardHash,
  complainantHash,
  documentHash,
  freshKey,
  mobileHashes,
  openHidden,
  sealColumns,
} from './secrets.ts'
export { givenName, initialsOf, sortKey, writtenName } from './rules/names.ts'
export { nameTokens } from './rules/tokens.ts'
export { changeStagedPeople, currentCard, currentEmployment } from './bulk-change.ts'
export { insertStagedPeople, type StagedPeople } from './bulk-insert.ts'
export { undoStagedPeople, type UndonePeople } from './bulk-undo.ts'
export { personRecords } from './person-scope.ts'
export { maskDocument, maskMobile } from './rules/masks.ts'
export { applyErasures, erasePerson, listErasures, type Erasure } from './erasure/erase-person.ts'
export { provesTail, recordsOfClaim, type Claim } from './proof.ts'
export { keyOfPerson } from './person-key.ts'
export { nearTo } from './relatives/relatives.ts'
export { whoServesThere } from './relatives/serves-there.ts'
export { memberScope } from './member-scope.ts'
export { memberHits } from './member-condition.ts'
export { noteSearch } from './search-limit.ts'
export { askCorrection } from './own-data/ask-correction.ts'
export { personOfCard } from './queries/own-card.ts'
export { insertExport } from './store.ts'
