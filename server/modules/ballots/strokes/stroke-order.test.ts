import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '#tools/generate/random.ts'
import { inStrokeOrder, strokesOf } from './stroke-order.ts'

const seed = 20261128

/** Synthetic names in the order of a printed list, checked by hand: strokes, then 横竖撇点折, then the second character. */
const expected = [
  '丁一', // 2 横竖
  '丁伟', // same surname: second character 1 before 6 strokes
  '于洋', // 3 横横竖
  '万方', // 3 横折撇
  '马超', // 3 折折横
  '王', // shorter first
  '王永', // 4 横横竖横
  '王芳', // second character 7 strokes
  '毛宁', // 4 撇横横折
  '方圆', // 4 点横折撇
  '孔明', // 4 折竖横折
  '石磊', // 5 横撇
  '叶青', // 5 竖
  '白雪', // 5 撇
  '冯林', // 5 点横
  '必成', // 5 点折：点、卧钩、点、撇、点
  '皮卓', // 5 折
  '刘一', // 6 点
  '李红', // 7 横
  '杨帆', // 7 横竖撇点折
  '吴江', // 7 竖
  '何平', // 7 撇
  '沈阳', // 7 点点横
  '忻雪', // 7 点点竖
  '张三', // 7 折
  '陈晨', // 7 折竖
  '欧阳雪', // 8 横
  '周全', // 8 撇
  '赵云', // 9 横
  '胡杨', // 9 横
  '徐州', // 10 撇
  '黄河', // 11
  '董事', // 12
  '魏来', // 17
]

test('names stand by the strokes of the surname, then by kind of stroke, then by the second character', () => {
  const shuffled = randomFrom(seed).shuffle([...expected])
  assert.deepEqual(
    inStrokeOrder(shuffled, (name) => name),
    expected,
  )
})

test('characters the table does not know and Latin letters come last; blanks do not matter', () => {
  assert.deepEqual(
    inStrokeOrder(['Smith', '𠮷田', '王 五', '丁六', 'Adam'], (name) => name),
    ['丁六', '王 五', '𠮷田', 'Adam', 'Smith'],
  )
})

test('strokes are those of the standard', () => {
  const known = {
    必: 5,
    心: 4,
    火: 4,
    雷: 13,
    一: 1,
    丁: 2,
    万: 3,
    王: 4,
    刘: 6,
    陈: 7,
    凹: 5,
    凸: 5,
    鼎: 12,
    魏: 17,
  }
  for (const [character, strokes] of Object.entries(known))
    assert.equal(strokesOf(character), strokes, character)
  assert.equal(strokesOf('𠮷'), null)
})
