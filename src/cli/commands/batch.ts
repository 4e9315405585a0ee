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
import { Complaint, complaintAbout, exitCode, isStdin, piecesOf, type ExitCode, type Io } from '../io.js'
import { messages } from '../messages.js'
import { filled, functionNamed } from '../names.js'
import { outcomeStyles } from '../paint.js'
import { printable } from '../printable.js'
import { choiceFrom, wrongChoiceIn, type Choice } from '../readings.js'

export interface BatchOptions {
  readonly from?: RowForm
  readonly workers?: string
  readonly failOn: FailOn
  readonly reading: readonly string[]
}

/** Chunks that each thread has before it, so that none waits for the next. */
const CHUNKS_AHEAD = 2
const MOST_WORKERS = 256

/** The size of a file, where it has one that is known. */
async function sizeOf(io: Io, file: string): Promise<number | undefined> {
  if (isStdin(file)) return undefined
  const found = await stat(resolve(io.cwd, file)).catch(() => undefined)
  return found?.isFile() === true ? found.size : undefined
}

function workersFrom(typed: string | undefined): number {
  if (typed === undefined) return availableParallelism()
  const workers = /^\d{1,3}$/.test(typed) ? Number(typed) : Infinity
  if (workers > MOST_WORKERS) throw new Complaint(filled(batchMessages.wrongWorkers, { found: `"${printable(typed)}"`, most: String(MOST_WORKERS) }))
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

async function headerFrom(chunks: AsyncGenerator<Chunk>, file: string, entry: CatalogueEntry): Promise<Header> {
  const firstRow = await chunks.next()
  try {
    return headerOf(firstRow.done === true ? undefined : firstRow.value.bytes, entry)
  } catch (error) {
    throw error instanceof Complaint ? complaintAbout(file, error) : error
  }
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

/** The bytes of the rows, and their file in whatever there is to complain about. */
async function* rowsOf(io: Io, file: string, stop: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* piecesOf(io, file, stop)
  } catch (error) {
    throw error instanceof Complaint ? complaintAbout(file, error) : error
  }
}

/** Answers row after row, in order, with as many threads as asked for; what is read, answered and written stays in step. */
export async function batch(context: Context, name: string, file: string, options: BatchOptions): Promise<ExitCode> {
  const { io } = context
  const entry = functionNamed(name)
  const readings = readingsOf(entry, options.reading)
  const workers = workersFrom(options.workers)
  const form = options.from ?? (extname(file).toLowerCase() === '.csv' ? 'csv' : 'ndjson')
  const size = await sizeOf(io, file)

  const ended = new AbortController()
  const stop = AbortSignal.any([ended.signal, ...(io.interrupted === undefined ? [] : [io.interrupted])])
  const chunks = chunksOf(rowsOf(io, file, stop), form)
  const job: Job = { name, readings, header: form === 'csv' ? await headerFrom(chunks, file, entry) : null }
  const here = new RowAnswerer(job)
  const threads = new Threads(job, workers)
  // The first chunk is answered here: a short input needs no threads.
  const answer = async (chunk: Chunk, index: number): Promise<{ readonly read: number, readonly answered: Answered }> => {
    const read = chunk.bytes.length
    return { read, answered: index === 0 || workers === 0 ? here.answer(chunk, threads.memory()) : await threads.answer(chunk) }
  }

  const counter = new Counter()
  const outlet = new Outlet(io.stdout)
  const progress = progressOf(context, size)
  let done = 0
  try {
    for await (const { read, answered } of pMapIterable(chunks, answer, { concurrency: Math.max(1, workers) * CHUNKS_AHEAD })) {
      counter.add(answered.tally)
      await outlet.write(answered.bytes)
      if (outlet.isClosed || stop.aborted) break
      threads.reuse(answered)
      done += read
      progress.update(done, counter.rows)
    }
  } catch (error) {
    if (!stop.aborted) throw error
  } finally {
    progress.stop()
    ended.abort()
    await threads.close()
  }
  if (io.interrupted?.aborted === true) return io.interrupted.reason === 'SIGINT' ? exitCode.interrupted : exitCode.terminated
  if (!outlet.isClosed) io.stderr.write(`${summary(counter.rows, counter, entry, context)}\n`)
  const found = outcomes.filter((outcome) => counter.outcomes[outcome] > 0).map((outcome) => ({ outcome }))
  return counter.bad > 0 ? exitCode.unable : codeAfter(found, options.failOn)
}
