import { ruleFor } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid } from '#server/platform/errors.ts'

/** A way of taxing payments to people: the accountant chooses it; a city federation’s award is not exempt by itself (D11). */
export interface TaxCategory {
  category: string
  permille: number
}

/** The category of this name on a day, with the version of the rule; an unknown one is an invalid input. */
export async function taxCategory(
  tx: Tx,
  category: string,
  day: string,
): Promise<TaxCategory & { version: string }> {
  const rule = await ruleFor<TaxCategory[]>(tx, 'funds.tax_categories', day)
  const found = rule.value.find((each) => each.category === category)
  if (found === undefined) invalid([{ path: 'taxCategory', code: 'funds.unknown_tax_category' }])
  return { ...found, version: rule.version }
}

/** Gross, tax and net of a sum in fen: tax rounded to the fen, half away from nought; what is below zero mirrors what is above. */
export function taxed(
  grossFen: number,
  { permille }: Pick<TaxCategory, 'permille'>,
): {
  grossFen: number
  taxFen: number
  netFen: number
} {
  const size = Math.floor((Math.abs(grossFen) * permille + 500) / 1000)
  const taxFen = grossFen < 0 && size > 0 ? -size : size
  return { grossFen, taxFen, netFen: grossFen - taxFen }
}
