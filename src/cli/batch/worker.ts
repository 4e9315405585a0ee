import { parentPort } from 'node:worker_threads'
import type { Chunk } from './chunks.js'
import { RowAnswerer, type Job } from './row-answerer.js'

// What each thread does: take the job, then answer chunk after chunk.

parentPort?.once('message', (job: Job) => {
  const rows = new RowAnswerer(job)
  parentPort?.on('message', (chunk: Chunk) => {
    const answered = rows.answer(chunk)
    parentPort?.postMessage(answered, [answered.bytes.buffer])
  })
})
