import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * Two builds into `build/web` (see web/build.ts). `light`: sign-in and the worker's phone, on preact, for old phones.
 * `console`: the officers' desk, on React and antd. `vite` alone serves all pages with React, for development.
 */
export default defineConfig(({ mode, command }) => ({
  root: fileURLToPath(new URL('./web', import.meta.url)),
  publicDir: mode === 'console' && command === 'build' ? false : 'public',
  plugins: mode === 'light' ? [hasOwnOfOldPhones] : [react()],
  resolve: { alias: mode === 'light' ? preactForReact : [] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: fileURLToPath(new URL('./build/web', import.meta.url)),
    emptyOutDir: false,
    assetsDir: `assets/${mode}`,
    // A data: script or style in the page would need a hole in the content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target:
      mode === 'light' ? ['chrome87', 'safari14.1', 'ios14.5'] : ['chrome128', 'firefox128', 'safari17.6'],
    cssTarget: mode === 'light' ? ['chrome87', 'safari14.1'] : ['chrome128', 'safari17.6'],
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rollupOptions: {
      input: mode === 'light' ? lightPages : consolePages,
      // "use client" marks of libraries mean nothing in a browser bundle.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
}))

const page = (name: string) => fileURLToPath(new URL(`./web/${name}.html`, import.meta.url))
const lightPages = {
  index: page('index'),
  phone: page('phone'),
  activate: page('activate'),
  public: page('public'),
}
const consolePages = { console: page('console') }

const preactForReact = [
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react$/, replacement: 'preact/compat' },
]

// The arithmetic of sealed votes calls what Chromium 87 and iOS 14.5 lack; a build target rewrites syntax only.
const hasOwnOfOldPhones: Plugin = {
  name: 'has-own-of-old-phones',
  transform: (code, id) =>
    id.includes('/@noble/')
      ? { code: code.replaceAll('Object.hasOwn(', 'Object.prototype.hasOwnProperty.call('), map: null }
      : null,
}
