// Measures how long a saved file takes until it is seen in the preview, in headless Chromium.
//
// usage: node preview_times.mjs address file text runs /path/to/chromium
//
// Each run puts another word behind `text` in `file`. Prints {"first", "web", "epub", "print"}: seconds, the last three as lists of so
// many runs. What is seen is seen when two frames have been drawn with it.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { chromium } from 'playwright-core'

const [address, file, text, runs, executablePath] = process.argv.slice(2)
const name = basename(file).replace(/\.\w+$/, '.html'), original = readFileSync(file, 'utf8')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
page.setDefaultTimeout(300_000)
const now = () => performance.now() / 1000
const pause = () => page.waitForTimeout(1500) // remarks, and what tidies up
const frames = () => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
let count = 0
const save = () => {
    const word = `zebra${++count}`
    writeFileSync(file, original.replace(text, `${text} ${word}`))
    return word
}
const times = { web: [], epub: [], print: [] }

await page.goto(`${address}?page=${name}`)
await page.waitForFunction(name => document.body.dataset.page === name, name)
times.first = Date.now() / 1000
const edition = await page.inputValue('#edition')
const seen = word => page.frames().find(each => each.url().includes('/web/')).waitForFunction(word => document.querySelector('main').textContent.includes(word), word, { polling: 'raf' })
await seen(save())
await pause()
for (let run = 0; run < runs; run++) {
    const start = now()
    await seen(save())
    await frames()
    times.web.push(now() - start)
    await pause()
}
for (let run = 0; run < runs; run++) {
    const start = now(), word = save()
    await seen(word)
    await page.evaluate(async edition => (await fetch(`_/epub/${edition}.epub`)).arrayBuffer(), edition)
    times.epub.push(now() - start)
    await pause()
}
await page.selectOption('#view', 'print')
await page.waitForFunction(() => document.body.dataset.printed)
const picture = () => page.evaluate(() => document.querySelector('#paper img').src)
for (let run = 0; run < runs; run++) {
    const before = await picture(), start = now()
    save()
    await page.waitForFunction(before => document.querySelector('#paper img').src !== before, before, { polling: 'raf' })
    await frames()
    times.print.push(now() - start)
    await pause()
}
writeFileSync(file, original)
await browser.close()
console.log(JSON.stringify(times))
