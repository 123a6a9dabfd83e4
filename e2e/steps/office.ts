import type { Page } from 'playwright-core'
import type { World } from '../world.ts'

/** The window of an office in which one after the other signs in, and the tenant they work for. */
export interface Office {
  world: World
  tenant: string
  page: Page
}

/** Signs in as `role` of the office's tenant, in place of whoever was, and opens an address where one is given. */
export async function as({ world, tenant, page }: Office, role: string, at?: string): Promise<void> {
  await page.context().clearCookies()
  await world.signIn(page, `${role}@${tenant}`)
  if (at !== undefined) await page.goto(at)
}

/** Presses a button and then the button of the same name in the dialog that asks whether it is meant. */
export async function confirmed(
  page: Page,
  verb: string | RegExp,
  after: string | RegExp = verb,
): Promise<void> {
  await page.getByRole('button', { name: verb }).click()
  await page.getByRole('dialog').getByRole('button', { name: after }).click()
}

/** Types a day or a time into a field of the console and takes it. */
export async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(day)
  await field.press('Enter')
}

/** Asks the product for something as whoever is signed in. */
export async function read<T>({ world, page }: Pick<Office, 'world' | 'page'>, path: string): Promise<T> {
  return (await (await page.request.get(`${world.url}/api/v1${path}`)).json()) as T
}
