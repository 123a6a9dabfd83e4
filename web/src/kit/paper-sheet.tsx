import '../ui/console/paper.css'
import type { Paper, PaperBlock } from '#contract/paper.ts'

/** A paper on the screen as it is printed. Papers are in Chinese, as official papers are. */
export function PaperSheet({ paper }: { paper: Paper }) {
  return (
    <article className="panel paper-sheet" lang="zh-CN">
      <h2>{paper.title}</h2>
      {paper.blocks.map((block, at) => (
        <Block key={at} block={block} label={paper.title} />
      ))}
    </article>
  )
}

function Block({ block, label }: { block: PaperBlock; label: string }) {
  if (block.is === 'text') return <p className={`paper-sheet-${block.place}`}>{block.text}</p>
  return (
    <div className="paper-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className={block.head.length === 0 ? 'paper-sheet-names' : 'paper-sheet-table'}>
        {block.head.length > 0 && (
          <thead>
            <tr>
              {block.head.map((text, at) => (
                <th key={at} scope="col" className={widthOf(text)}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.map((text, column) => (
                <td key={column} className={widthOf(text)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Names and sums stay on one line; what is longer may break. */
function widthOf(text: string): string | undefined {
  return text.length <= 8 ? 'paper-short' : undefined
}
