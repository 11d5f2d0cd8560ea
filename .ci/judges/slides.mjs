// Opens a page of slides from the disk in headless Chromium: all slides on one page, one at a time, and in print.
//
// usage: node slides.mjs file /path/to/chromium
//
// Prints {"summary": string, "findings": [string]}. A finding is anything axe-core finds, anything the browser complains
// about, a request, a page that scrolls sideways, and what the keys, a browser without scripts or print do not do.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const [path, executablePath] = process.argv.slice(2)
const HOME = pathToFileURL(resolve(path)).href
const AXE = await readFile(fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')
const WIDTHS = [320, 1024, 1920]
const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
const SMALLEST = 18 // pixels

const check = runOnly => axe.run(document, { runOnly, resultTypes: ['violations'], preload: false }).then(
    ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
        `axe ${id} ${target.join(' ')}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ').slice(0, 200)}`)))

// Runs in the page: the slides that can be seen, the one in focus, and what is wrong with them.
const state = smallest => {
    const seen = [...document.querySelectorAll('.slide')].filter(each => each.checkVisibility())
    const wrong = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : []
    for (const slide of seen) {
        const words = slide.querySelector('.body > *')
        if (words && parseFloat(getComputedStyle(words).fontSize) < smallest) wrong.push(`${slide.id} has small letters`)
    }
    const title = seen.length === 1 && seen[0].querySelector('.title').getBoundingClientRect()
    const top = document.querySelector('.bar').getBoundingClientRect().bottom
    if (title && title.top < top - 1) wrong.push(`${seen[0].id} has its title under the bar`)
    return { seen: seen.map(({ id }) => id), focus: document.activeElement.closest('.slide')?.id, wrong }
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] })
const findings = new Set()
try {
    let count = 0
    for (const width of WIDTHS) {
        const page = await browser.newPage({ viewport: { width, height: width < 500 ? 640 : Math.round(width * 9 / 16) } })
        const complain = finding => findings.add(`${width}: ${finding}`)
        page.on('console', message => complain(`console ${message.type()}: ${message.text()}`))
        page.on('pageerror', error => complain(`uncaught: ${error.message}`))
        page.on('request', request => {
            if (!/^(file|data):/.test(request.url())) complain(`request: ${request.url()}`)
        })
        await page.goto(HOME)
        await page.evaluate(AXE)
        const look = async place => {
            for (const finding of await page.evaluate(check, RULES)) complain(`${place} ${finding}`)
            const found = await page.evaluate(state, SMALLEST)
            found.wrong.forEach(wrong => complain(`${place} ${wrong}`))
            return found
        }
        const all = (await look('page')).seen
        count = all.length
        if (!count) throw new Error(`there is no slide in ${path}`)
        await page.keyboard.press('ArrowRight')
        for (const [number, id] of all.entries()) {
            const { seen, focus } = await look('shown')
            if (seen.join() !== id || focus !== id) complain(`key ${number}: ${seen} is shown, ${focus} is in focus, not ${id}`)
            await page.keyboard.press(number % 2 ? 'PageDown' : 'ArrowRight')
        }
        for (const [key, id] of [['Home', all[0]], ['End', all.at(-1)], ['ArrowLeft', all.at(-2) ?? all[0]], ['PageUp', all.at(-3) ?? all[0]]]) {
            await page.keyboard.press(key)
            const { seen } = await page.evaluate(state, 0)
            if (seen.join() !== id) complain(`${key}: ${seen.length} slides are shown, not ${id}`)
        }
        await page.keyboard.press('Escape')
        if ((await page.evaluate(state, 0)).seen.length !== count) complain('Escape does not show all slides')
        await page.keyboard.press('Shift+Tab')
        const marked = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)
        if (marked === 'none') complain('focus not marked')
        await page.close()
    }
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const page = await plain.newPage()
    await page.goto(HOME)
    if (await page.locator('.slide:visible').count() !== count) findings.add('without scripts not all slides are there')
    if (await page.locator('button:visible').count()) findings.add('without scripts there are idle buttons')
    const printed = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    const pages = printed.match(/\/Type\s*\/Page\b/g).length
    if (pages !== count) findings.add(`print: ${count} slides are on ${pages} pages`)
    const summary = `${count} slides at ${WIDTHS.join(', ')}, on one page, one at a time and in print`
    console.log(JSON.stringify({ summary, findings: [...findings] }))
} catch (error) {
    console.error(error.message)
    process.exitCode = 1
} finally {
    await browser.close()
}
