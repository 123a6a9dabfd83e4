import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsSheet } from './sheets.ts'
import { wordsIn } from './words.ts'

const measure = {
  name: 'stipends_paid_fen',
  zh: '专项补贴实发',
  en: 'Stipends paid',
  definitionZh: '',
  definitionEn: '',
  counting: 'summed',
  counts: 'flow',
  breakdowns: [],
  programme: null,
} as const

test('money leaves in yuan with its unit over the column, everything else as it is counted', () => {
  const row = { id: '1', kind: 'claim', label: '2026-05', detail: '', value: 60_050 }
  const cells = (unit: string) => {
    const sheet = rowsSheet([row], {
      measure: { ...measure, breakdowns: [], unit },
      question: '',
      mark: '',
      words: wordsIn('zh'),
    })
    return sheet.lines.slice(-2).map((line) => line[2])
  }
  assert.deepEqual(cells('fen'), ['专项补贴实发（元）', 600.5])
  assert.deepEqual(cells('persons'), ['专项补贴实发', 60_050])
})
