import { bundled, type Bundled } from '../functions.js'

/** As much of what Stryker asks for as is used. */
interface Run {
  readonly activeMutant: { readonly id: string }
  readonly testFilter?: readonly string[]
}

/** More passes through one mutant than the golden cases of any function need: past them it has made a loop endless. */
const MOST_HITS = 1_000_000

/** Where Stryker's changed code looks up which mutant is active, and notes which it passes. */
const setNamespace = (namespace: object): void => {
  Reflect.set(globalThis, '__stryker__', namespace)
}

/**
 * Runs golden cases under a mutant; the tests are the functions. A function whose code passes the mutant is loaded
 * anew, so that what is calculated while loading (rules, tables, schemas) is mutated like the rest. Starting a test
 * framework for each of some thousand mutants would take hours.
 */
class GoldenRunner {
  #functions: readonly Bundled[] = []

  capabilities(): { readonly reloadEnvironment: true } {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    const documents = (process.env['MUTATION_DOCUMENTS'] ?? '').split(' ')
    this.#functions = (await Promise.all(documents.map((document) => bundled(process.cwd(), document)))).flat()
  }

  dryRun(): unknown {
    const mutantCoverage = { static: {}, perTest: {} }
    const tests = this.#functions.map((each) => {
      setNamespace({ currentTestId: each.name, mutantCoverage })
      const started = performance.now()
      const failing = each.firstFailing()
      const test = { id: each.name, name: each.name, timeSpentMs: performance.now() - started }
      return failing === undefined ? { ...test, status: 0 } : { ...test, status: 1, failureMessage: failing }
    })
    return { status: 'complete', tests, mutantCoverage }
  }

  mutantRun({ activeMutant, testFilter = [] }: Run): unknown {
    for (const each of this.#functions.filter(({ name }) => testFilter.includes(name))) {
      setNamespace({ activeMutant: activeMutant.id, hitCount: 0, hitLimit: MOST_HITS })
      const failing = each.firstFailing()
      if (failing !== undefined) return { status: 'killed', killedBy: [each.name], failureMessage: failing, nrOfTests: 1 }
    }
    return { status: 'survived', nrOfTests: testFilter.length }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'golden', injectableClass: GoldenRunner }]
