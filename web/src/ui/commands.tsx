/** Commands for the person at the server: what each does, and the line to type. */
export function Commands({ lines }: { lines: readonly (readonly [does: string, line: string])[] }) {
  return (
    <dl className="commands">
      {lines.map(([does, line]) => (
        <div key={line}>
          <dt>{does}</dt>
          <dd>
            <code>{line}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
