import react from '@vitejs/plugin-react';
import tailwind from '@tailwindcss/vite';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { sitePages } from './scripts/site-pages.ts';

const api = process.env.API ?? 'http://localhost:4000';
const sandbox = process.env.SANDBOX_URL ?? 'http://localhost:4010';

export default defineConfig({
  // Neither page is called index.html: the public ones are rendered, the application is the answer to every other path.
  appType: 'custom',
  plugins: [react(), tailwind(), sitePages()],
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src') } },
  server: {
    port: Number(process.env.WEB_PORT ?? 3000),
    strictPort: true,
    proxy: { '/api': api, '/sandbox/sdk': { target: sandbox, rewrite: (path) => path.replace(/^\/sandbox/, '') } },
  },
  build: {
    target: 'es2022',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // A data: URL would need an exception in the content security policy.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { app: 'app.html', site: 'src/site/islands/main.ts' },
      // What changes only with a new version of React stays in the browsers' caches when the pages change.
      output: { advancedChunks: { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }, { name: 'react-router', test: /node_modules[\\/]react-router[\\/]/ }] } },
    },
  },
  test: {
    environment: 'node',
    setupFiles: 'src/test-setup.ts',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
});
