import { join } from 'node:path'
import * as esbuild from 'esbuild'
import * as vite from 'vite'

export interface Bundler {
  readonly title: string
  /** Bundles the program of the golden cases for a browser, as small as it gets, into a folder; gives the file. */
  readonly make: (project: string, folder: string) => Promise<string>
}

const withEsbuild: Bundler = {
  title: `esbuild ${esbuild.version}`,
  async make(project, folder) {
    const outfile = join(project, folder, 'esbuild.mjs')
    await esbuild.build({
      entryPoints: [join(project, 'golden.mjs')],
      outfile,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      logLevel: 'silent',
    })
    return outfile
  },
}

const withVite: Bundler = {
  title: `Vite ${vite.version}`,
  async make(project, folder) {
    await vite.build({
      root: project,
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        lib: { entry: 'golden.mjs', formats: ['es'], fileName: () => 'vite.mjs' },
      },
    })
    return join(project, folder, 'vite.mjs')
  },
}

export const bundlers: readonly Bundler[] = [withEsbuild, withVite]
