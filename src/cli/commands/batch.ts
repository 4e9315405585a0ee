import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { extname, resolve } from 'node:path'
import { pMapIterable } from 'p-map'
import { outcomes, outcomeText, type CatalogueEntry } from '../../catalogue.js'
import { chunksOf, type Chunk, type RowForm } from '../batch/chunks.js'
import { batchMessages } from '../batch/messages.js'
import { Outlet } from '../batch/outlet.js'
import { progressOf } from '../batch/progress.js'
import { RowAnswerer, type Answered, type Job } from '../batch/row-answerer.js'
import { headerOf, type Header } from '../batch/table.js'
import { Counter, type Counts, type Tally } from '../batch/tally.js'
import { Threads } from '../batch/threads.js'
import type { Context } from '../context.js'
import { codeAfter, type FailOn } from '../fail-on.js'
import { Complaint, exitCode, isStdin, unreadable, type ExitCode, type Io } from '../io.js'
import { messages } from '../messages.js'
import { filled, functionNamed } from '../names.js'
import { outcomeStyles } from '../paint.js'
import { choiceFrom, wrongChoiceIn, type Choice } from '../readings.js'

export interface BatchOptions {
  readonly from?: RowForm
  readonly workers?: string
  readonly failOn: FailOn
  readonly reading: readonly string[]
}

/** What is read from a file at a time. */
const PIECE = 256 * 1024
/** Chunks that each thread has before it, so that none waits for the next. */
const CHUNKS_AHEAD = 2
const MOST_WORKERS = 256

/** The bytes of a file, or of standard input; its size where that is known. */
async function* piecesOf(io: Io, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* isStdin(file) ? io.stdin : createReadStream(resolve(io.cwd, file), { highWaterMark: PIECE })
  } catch (error) {
    throw unreadable(error)
  }
}

async function sizeOf(io: Io, file: string): Promise<number | undefined> {
  if (isStdin(file)) return undefined
  const found = await stat(resolve(io.cwd, file)).catch((error: unknown) => { throw unreadable(error) })
  return found.isFile() ? found.size : undefined
}

function workersFrom(typed: string | undefined): number {
  if (typed === undefined) return availableParallelism()
  const workers = /^\d{1,3}$/.test(typed) ? Number(typed) : Infinity
  if (workers > MOST_WORKERS) throw new Complaint(filled(batchMessages.wrongWorkers, { found: `"${typed}"`, most: String(MOST_WORKERS) }))
  return workers
}

function readingsOf({ module }: CatalogueEntry, typed: readonly string[]): Choice {
  const choice = choiceFrom(typed)
  for (const [id, option] of Object.entries(choice)) {
    const wrong = wrongChoiceIn(module, id, option)
    if (wrong !== undefined) throw new Complaint(wrong)
  }
  return choice
}

async function headerFrom(chunks: AsyncGenerator<Chunk>, entry: CatalogueEntry): Promise<Header> {
  const firstRow = await chunks.next()
  if (firstRow.done === true) throw new Complaint(messages.csvWithoutHeader)
  return headerOf(firstRow.value.bytes, entry)
}

function countsText(counts: Counts, { locale, paint, say }: Context): readonly string[] {
  return [...outcomes].reverse()
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => paint(outcomeStyles[outcome], `${outcomeText(outcome, locale)}${say(messages.colon)}${counts[outcome]}`))
}

/** The counts, and below them what is not in order, paragraph by paragraph as the document has them. */
function summary(rows: number, { outcomes: counts, bad, paragraphs }: Tally, { module: { document, ledger } }: CatalogueEntry, context: Context): string {
  const { locale, paint, say } = context
  const notAnswered = bad === 0 ? [] : [paint('red', say(batchMessages.bad, { count: bad }))]
  const lines = ledger.flatMap(({ at }) => {
    const found = paragraphs.get(at)
    return found === undefined ? [] : [`  ${document.short[locale]} ${document.cite(at)[locale]} · ${countsText(found, context).join(' · ')}`]
  })
  return [[say(batchMessages.rows, { count: rows }), ...countsText(counts, context), ...notAnswered].join(' · '), ...lines].join('\n')
}

/** Answers row after row, in order, with as many threads as asked for; what is read, answered and written stays in step. */
export async function batch(context: Context, name: string, file: string, options: BatchOptions): Promise<ExitCode> {
  const { io } = context
  const entry = functionNamed(name)
  const readings = readingsOf(entry, options.reading)
  const workers = workersFrom(options.workers)
  const form = options.from ?? (extname(file).toLowerCase() === '.csv' ? 'csv' : 'ndjson')
  const size = await sizeOf(io, file)

  const chunks = chunksOf(piecesOf(io, file), form)
  const job: Job = { name, readings, header: form === 'csv' ? await headerFrom(chunks, entry) : null }
  const here = new RowAnswerer(job)
  const threads = new Threads(job, workers)
  // The first chunk is answered here: a short input needs no threads.
  const answer = async (chunk: Chunk, index: number): Promise<{ readonly read: number, readonly answered: Answered }> => {
    const read = chunk.bytes.length
    return { read, answered: index === 0 || workers === 0 ? here.answer(chunk) : await threads.answer(chunk) }
  }

  const counter = new Counter()
  const outlet = new Outlet(io.stdout)
  const progress = progressOf(context, size)
  let done = 0
  try {
    for await (const { read, answered } of pMapIterable(chunks, answer, { concurrency: Math.max(1, workers) * CHUNKS_AHEAD })) {
      counter.add(answered.tally)
      await outlet.write(answered.bytes)
      if (outlet.isClosed) return exitCode.sound
      threads.reuse(answered)
      done += read
      progress.update(done, counter.rows)
    }
  } finally {
    progress.stop()
    await threads.close()
  }
  io.stderr.write(`${summary(counter.rows, counter, entry, context)}\n`)
  const found = outcomes.filter((outcome) => counter.outcomes[outcome] > 0).map((outcome) => ({ outcome }))
  return counter.bad > 0 ? exitCode.unable : codeAfter(found, options.failOn)
}
