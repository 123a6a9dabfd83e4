import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type {
  DemoEmployer,
  DemoOperation,
  DemoOrganisation,
  DemoTenant,
  OrganisationNumber,
} from '../shapes.ts'
import { datedColumns, datesOf, firstRecorded } from './dated.ts'
import { TableLoad } from './table-load.ts'

/** Writes organisations and everything recorded about them; answers with their ids in the order of their numbers. */
export async function loadOrganisations(tx: Tx, demo: DemoTenant): Promise<readonly string[]> {
  const ids = demo.organisations.map(() => newId())
  const idOf = (number: OrganisationNumber) => ids[number - 1]!
  await loadHeads(tx, demo, ids)
  await loadProfiles(tx, demo, idOf)
  await loadLinks(tx, demo, idOf)
  await loadHeadcounts(tx, demo, idOf)
  await loadEvents(tx, demo, idOf)
  await loadTerms(tx, demo, idOf)
  return ids
}

type IdOf = (number: OrganisationNumber) => string

async function loadHeads(tx: Tx, demo: DemoTenant, ids: readonly string[]): Promise<void> {
  const table = new TableLoad(tx, 'organisations', {
    id: 'uuid',
    kind: 'text',
    union_type: 'text',
    two_new_type: 'text',
    stat_code: 'text',
    tree_no: 'int8',
    recorded_at: 'instant',
  })
  for (const organisation of demo.organisations) {
    table.add({
      id: ids[organisation.number - 1]!,
      kind: organisation.kind,
      union_type: organisation.union?.type ?? null,
      two_new_type: organisation.employer?.twoNew ?? null,
      stat_code: organisation.statCode,
      tree_no: organisation.number,
      recorded_at: firstRecorded(organisation.names),
    })
  }
  await table.flush()
}

async function loadProfiles(tx: Tx, demo: DemoTenant, idOf: IdOf): Promise<void> {
  const table = new TableLoad(tx, 'organisation_profiles', {
    id: 'uuid',
    organisation_id: 'uuid',
    name: 'text',
    uscc: 'text',
    division_code: 'text',
    street: 'text',
    industry_code: 'text',
    employer_nature: 'text',
    founded_on: 'date',
    founded_precision: 'text',
    approval_no: 'text',
    direct_point: 'boolean',
    annual_budget_fen: 'int8',
    six_haves: 'booleans',
    document_no: 'text',
    ...datedColumns,
  })
  const renames = operationsBy(demo, 'rename')
  for (const organisation of demo.organisations) {
    const { number, employer, union } = organisation
    for (const { name, ...row } of organisation.names) {
      table.add({
        id: newId(),
        organisation_id: idOf(number),
        name,
        uscc: organisation.uscc,
        division_code: organisation.divisionCode,
        street: organisation.streetName,
        ...employerColumns(employer),
        founded_on: organisation.startsOn,
        founded_precision: 'day',
        approval_no: union?.approvalDocument ?? null,
        document_no: renames.get(`${number} ${row.startsOn}`)?.documentNumber ?? null,
        ...datesOf(row),
      })
    }
  }
  await table.flush()
}

function employerColumns(employer: DemoEmployer | null) {
  return {
    industry_code: employer?.industryCode ?? null,
    employer_nature: employer?.natureCode ?? null,
    direct_point: employer !== null && employer.directPoint !== null,
    annual_budget_fen: employer?.annualBudgetFen ?? null,
    six_haves: employer?.sixHaves ?? null,
  }
}

async function loadLinks(tx: Tx, demo: DemoTenant, idOf: IdOf): Promise<void> {
  const affiliations = new TableLoad(tx, 'affiliations', {
    id: 'uuid',
    child_id: 'uuid',
    parent_id: 'uuid',
    kind: 'text',
    document_no: 'text',
    ...datedColumns,
  })
  for (const row of demo.affiliations) {
    affiliations.add({
      id: newId(),
      child_id: idOf(row.child),
      parent_id: idOf(row.parent),
      kind: row.kind,
      document_no: row.documentNumber,
      ...datesOf(row),
    })
  }
  await affiliations.flush()
  const coverages = new TableLoad(tx, 'coverages', {
    id: 'uuid',
    union_id: 'uuid',
    employer_id: 'uuid',
    ...datedColumns,
  })
  for (const row of demo.coverages) {
    coverages.add({
      id: newId(),
      union_id: idOf(row.union),
      employer_id: idOf(row.employer),
      ...datesOf(row),
    })
  }
  await coverages.flush()
}

async function loadHeadcounts(tx: Tx, demo: DemoTenant, idOf: IdOf): Promise<void> {
  const table = new TableLoad(tx, 'headcounts', {
    id: 'uuid',
    organisation_id: 'uuid',
    as_of: 'date',
    workers: 'int4',
    women: 'int4',
    migrants: 'int4',
    source: 'text',
    recorded_at: 'instant',
    superseded_at: 'instant',
  })
  for (const {
    organisation,
    asOf,
    workers,
    women,
    migrants,
    source,
    recordedAt,
    supersededAt,
  } of demo.headcounts) {
    table.add({
      id: newId(),
      organisation_id: idOf(organisation),
      as_of: asOf,
      workers,
      women,
      migrants,
      source,
      recorded_at: recordedAt,
      superseded_at: supersededAt,
    })
  }
  await table.flush()
}

/** Successions and endings: what merges, splits and closures leave in the register. Moves and renames are dated rows already. */
async function loadEvents(tx: Tx, demo: DemoTenant, idOf: IdOf): Promise<void> {
  const successions = new TableLoad(tx, 'successions', {
    id: 'uuid',
    predecessor_id: 'uuid',
    successor_id: 'uuid',
    kind: 'text',
    happened_on: 'date',
    document_no: 'text',
    recorded_at: 'instant',
  })
  const endings = new TableLoad(tx, 'organisation_endings', {
    id: 'uuid',
    organisation_id: 'uuid',
    ended_on: 'date',
    reason: 'text',
    document_no: 'text',
    recorded_at: 'instant',
  })
  for (const { kind, organisation, other, on, documentNumber, recordedAt } of demo.operations) {
    const decided = { id: newId(), document_no: documentNumber, recorded_at: recordedAt }
    if ((kind === 'merge' || kind === 'split') && other !== null) {
      const [predecessor_id, successor_id] = [idOf(organisation), idOf(other)]
      successions.add({ ...decided, predecessor_id, successor_id, kind, happened_on: on })
    }
    if (kind === 'merge' || kind === 'close') {
      const reason = kind === 'merge' ? 'merged' : 'closed'
      endings.add({ ...decided, organisation_id: idOf(organisation), ended_on: on, reason })
    }
  }
  await successions.flush()
  await endings.flush()
}

async function loadTerms(tx: Tx, demo: DemoTenant, idOf: IdOf): Promise<void> {
  const table = new TableLoad(tx, 'union_terms', {
    id: 'uuid',
    organisation_id: 'uuid',
    elected_on: 'date',
    term_years: 'int4',
    document_no: 'text',
    starts_on: 'date',
    ends_before: 'date',
    recorded_at: 'instant',
  })
  for (const { number, union, names } of demo.organisations) {
    if (union === null) continue
    const entered = firstRecorded(names)
    const elected = `${union.electedOn}T01:30:00.000Z`
    table.add({
      id: newId(),
      organisation_id: idOf(number),
      elected_on: union.electedOn,
      term_years: union.termYears,
      document_no: union.approvalDocument,
      starts_on: union.electedOn,
      ends_before: union.termEndsBefore,
      recorded_at: elected > entered ? elected : entered,
    })
  }
  await table.flush()
}

function operationsBy(demo: DemoTenant, kind: DemoOperation['kind']): Map<string, DemoOperation> {
  const rows = demo.operations.filter((row) => row.kind === kind)
  return new Map(rows.map((row) => [`${row.organisation} ${row.on}`, row]))
}

/** The one federation at the top of the tenant. */
export function topOf(demo: DemoTenant): DemoOrganisation {
  return demo.organisations.find((organisation) => organisation.kind === 'federation')!
}
