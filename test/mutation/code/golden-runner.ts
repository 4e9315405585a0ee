import { bundled, type Bundled } from '../functions.js'

interface ActiveMutant {
  readonly id: string
  readonly fileName: string
}

/** More passes through one mutant than the golden cases of any function need: past them it has made a loop endless. */
const MOST_HITS = 1_000_000

const activate = (id: string | undefined): void => {
  Reflect.set(globalThis, '__stryker__', { activeMutant: id, hitCount: 0, hitLimit: MOST_HITS })
}

/**
 * Runs the golden cases of a document under a mutant: a function whose code holds it is loaded anew, so that what is
 * calculated while loading (rules, tables, schemas) is mutated like the rest. Starting a test framework for
 * each of some thousand mutants would take hours.
 */
class GoldenRunner {
  #functions: readonly Bundled[] = []

  capabilities(): { readonly reloadEnvironment: true } {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    const document = process.env['MUTATED_DOCUMENT'] ?? ''
    this.#functions = await bundled(process.cwd(), document)
  }

  dryRun(): unknown {
    activate(undefined)
    const tests = this.#functions.map((each) => {
      const started = performance.now()
      const failing = each.firstFailing()
      const test = { id: each.name, name: each.name, timeSpentMs: performance.now() - started }
      return failing === undefined ? { ...test, status: 0 } : { ...test, status: 1, failureMessage: failing }
    })
    return { status: 'complete', tests }
  }

  mutantRun({ activeMutant }: { readonly activeMutant: ActiveMutant }): unknown {
    const concerned = this.#functions.filter(({ files }) => [...files].some((file) => activeMutant.fileName.endsWith(file)))
    for (const each of concerned) {
      activate(activeMutant.id)
      const failing = each.firstFailing()
      if (failing !== undefined) return { status: 'killed', killedBy: [each.name], failureMessage: failing, nrOfTests: 1 }
    }
    return { status: 'survived', nrOfTests: concerned.length }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'golden', injectableClass: GoldenRunner }]
