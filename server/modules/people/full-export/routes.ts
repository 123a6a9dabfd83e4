import { operations } from '#contract/own-data.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import type { OwnDataPart } from '#server/platform/own-data.ts'
import { downloadOwnData } from '../own-data/own-export.ts'
import { askFullExport, downloadFullExport, listFullExports } from './full-export.ts'

/** Lists with full numbers, and everything about oneself to take away. */
export const exportRoutes = (ownData: readonly OwnDataPart[]): Route[] => [
  route('askFullExport', operations.askFullExport, 'roster.export', askFullExport),
  route('listFullExports', operations.listFullExports, 'roster.export', listFullExports),
  downloadRoute('downloadFullExport', operations.downloadFullExport, 'roster.export', downloadFullExport),
  downloadRoute('downloadOwnData', operations.downloadOwnData, 'own.read', downloadOwnData(ownData)),
]
