import { inflatePart, mayHideABomb, peekPart, readSmallPart } from './inflate.ts'
import type { WorkbookLimits } from './limits.ts'
import { refuseWorkbook } from './refusal.ts'
import type { ByteSource } from './source.ts'
import { nameCode } from './xml-names.ts'
import { XmlScanner, type XmlVisitor } from './xml-scanner.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Where a relationship leads: its kind is the last word of its type, the same in both flavours of the standard. */
export interface Relationship {
  id: string
  kind: string
  part: string
}

/** The archive as a package of parts: reads, counts and refuses. Part names are lower case, without leading slash. */
export class PackageParts {
  readonly source: ByteSource
  readonly limits: WorkbookLimits
  private readonly entries: Map<string, ZipEntry>

  constructor(source: ByteSource, limits: WorkbookLimits) {
    this.source = source
    this.limits = limits
    this.entries = readZipDirectory(source, limits)
  }

  entry(part: string): ZipEntry | null {
    return this.entries.get(part) ?? null
  }

  /** Every entry of the archive, in its order. */
  all(): IterableIterator<ZipEntry> {
    return this.entries.values()
  }

  /** Runs a part of any size through a visitor. */
  async scan(part: string, visitor: XmlVisitor): Promise<void> {
    const entry = this.entries.get(part) ?? refuseWorkbook('damaged')
    await new XmlScanner(visitor, entry.declaredBytes).run(inflatePart(this.source, entry, this.limits))
  }

  /** The same for a part whose content ends up in memory. */
  async scanSmall(part: string, visitor: XmlVisitor): Promise<void> {
    const entry = this.entries.get(part) ?? refuseWorkbook('damaged')
    const scanner = new XmlScanner(visitor, entry.declaredBytes)
    scanner.feed(await readSmallPart(this.source, entry, this.limits))
    scanner.finish()
  }

  /** The relationships of a part ('' for the package itself); none when it has no list. */
  async relationships(part: string): Promise<Relationship[]> {
    const cut = part.lastIndexOf('/') + 1
    const list = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`
    if (!this.entries.has(list)) return []
    const reader = new RelationshipReader(part.slice(0, cut))
    await this.scanSmall(list, reader)
    return reader.found
  }

  /** Macros of either age, by part name and by content type. */
  async refuseMacros(): Promise<void> {
    for (const name of this.entries.keys()) if (/vbaproject|macrosheets\//.test(name)) refuseWorkbook('macro')
    if (!this.entries.has('[content_types].xml')) refuseWorkbook('not_a_workbook')
    await this.scanSmall('[content_types].xml', new ContentTypeReader())
  }

  /** No part may begin with a document type, whether we read it or not. */
  refuseDocumentTypes(): void {
    for (const entry of this.entries.values()) {
      if (!/\.(xml|rels|vml)$/.test(entry.name)) continue
      if (/<!(doctype|entity)/i.test(peekPart(this.source, entry).toString('latin1')))
        refuseWorkbook('document_type')
    }
  }

  /** Parts that will not be read are counted where they could hold more than they declare. */
  async refuseHiddenBombs(willBeRead: ReadonlySet<string>): Promise<void> {
    for (const entry of this.entries.values()) {
      if (willBeRead.has(entry.name) || !mayHideABomb(entry, this.limits)) continue
      for await (const _ of inflatePart(this.source, entry, this.limits));
    }
  }
}

class RelationshipReader implements XmlVisitor {
  readonly found: Relationship[] = []
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  open(xml: XmlScanner): void {
    if (xml.name !== RELATIONSHIP || xml.attribute(TARGET_MODE) === 'External') return
    const kind = (xml.attribute(TYPE) ?? '').replace(/^.*\//, '')
    this.found.push({
      id: xml.attribute(ID) ?? '',
      kind,
      part: resolve(this.folder, xml.attribute(TARGET) ?? ''),
    })
  }

  close(): void {}
  text(): void {}
}

class ContentTypeReader implements XmlVisitor {
  open(xml: XmlScanner): void {
    const type = (xml.attribute(CONTENT_TYPE) ?? '').toLowerCase()
    if (/macroenabled|vbaproject|macrosheet/.test(type)) refuseWorkbook('macro')
  }

  close(): void {}
  text(): void {}
}

/** A target is relative to the folder of its part, or absolute within the package. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/').toLowerCase()
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const RELATIONSHIP = nameCode('Relationship')
const TARGET_MODE = nameCode('TargetMode')
const TARGET = nameCode('Target')
const TYPE = nameCode('Type')
const ID = nameCode('Id')
const CONTENT_TYPE = nameCode('ContentType')
