// A reader for one book: foliate-js, served from this machine to headless Chromium.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const READER = fileURLToPath(new URL('../node_modules/foliate-js/', import.meta.url))
const TYPES = { '.js': 'text/javascript', '.html': 'text/html', '.epub': 'application/epub+zip' }

export const SCREENS = { tablet: { width: 768, height: 1024 }, phone: { width: 375, height: 667 } }

const serve = book => new Promise(resolve => {
    const server = createServer(async ({ url }, response) => {
        const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
        try {
            const body = path === '/' ? '<!DOCTYPE html><title>Reader</title><link rel="icon" href="data:,">'
                : await readFile(path === '/book.epub' ? book : join(READER, path))
            response.writeHead(200, { 'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream' })
            response.end(body)
        } catch {
            response.writeHead(404).end()
        }
    }).listen(0, '127.0.0.1', () => resolve(server))
})

// Calls `use(browser, home)` with the address of the reader, prints what it returns as JSON, and closes both.
export const reading = async (book, executablePath, use) => {
    const server = await serve(book)
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] })
    try {
        console.log(JSON.stringify(await use(browser, `http://127.0.0.1:${server.address().port}/`)))
    } catch (error) {
        console.error(error.message)
        process.exitCode = 1
    } finally {
        await browser.close()
        server.close()
    }
}
