// Opens every page of a web edition from the disk in headless Chromium: three widths, light and dark.
//
// usage: node web.mjs folder /path/to/chromium
//
// Prints {"summary": string, "findings": [string]}. A finding is anything axe-core finds, anything the browser complains
// about, a request for anything outside the folder, a link that leads nowhere, a page that scrolls sideways, or what the
// keyboard cannot do (keyboard.mjs), also in a quiz (quiz.mjs).
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { hands } from './keyboard.mjs'
import { quizzes } from './quiz.mjs'

const [path, executablePath] = process.argv.slice(2)
const folder = resolve(path)
const HOME = pathToFileURL(folder + '/').href
const AXE = await readFile(fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')
const WIDTHS = [320, 768, 1280]
const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
// What changes with the colours alone: the other rules need not be asked a second time.
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
const AT_ONCE = 2

const check = runOnly => axe.run(document, {
    runOnly,
    resultTypes: ['violations'],
    preload: false, // it would fetch style sheets, which a page on a disk may not
}).then(({ violations, passes }) => ({
    asked: violations.length + passes.length,
    found: violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
        `axe ${id} ${target.join(' ')}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ').slice(0, 200)}`)),
}))

// Runs in the page: what reaches beyond its right edge, if it can be scrolled sideways.
const sideways = () => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.body.querySelectorAll('*')].filter(each => each.getBoundingClientRect().right > innerWidth + 1)
        .slice(-3).map(({ localName, id, className }) => `scrolls sideways: ${localName}#${id}.${className}`)

// Runs in the page: where its links lead, and its ids.
const links = () => ({
    hrefs: [...document.links].map(({ href }) => href),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    words: document.body.innerText.trim().length,
})

// Nothing outside the folder is fetched, so that nothing is waited for.
const complaining = async (page, complain) => {
    await page.route(url => !url.href.startsWith(HOME), route => route.abort())
    page.on('console', message => complain(`console ${message.type()}: ${message.text()}`))
    page.on('pageerror', error => complain(`uncaught: ${error.message}`))
    page.on('requestfailed', request => {
        // A page that is left before its fonts have come stops loading them.
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') complain(`failed request: ${request.url()}`)
    })
    page.on('request', request => {
        if (!request.url().startsWith(HOME)) complain(`request for something else: ${request.url()}`)
    })
}

const look = async (browser, name) => {
    const page = await browser.newPage()
    const findings = new Set(), seen = { asked: 0 }
    const complain = place => finding => findings.add(`${name}${place}: ${finding}`)
    await complaining(page, complain(''))
    await page.goto(HOME + name)
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(AXE)
    for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 500 ? 640 : 900 })
        for (const colorScheme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme })
            const { asked, found } = await page.evaluate(check, colorScheme === 'light' ? RULES : COLOURS)
            found.forEach(complain(` ${width} ${colorScheme}`))
            if (!asked) complain(` ${width} ${colorScheme}`)('axe asked nothing')
            seen.asked += asked
        }
        for (const finding of await page.evaluate(sideways)) complain(` ${width}`)(finding)
    }
    Object.assign(seen, await page.evaluate(links))
    if (!seen.words) complain('')('no text')
    await page.close()
    return { name, findings: [...findings], ...seen }
}

// Links into the folder must lead to a page and an id that are there.
const lost = looks => {
    const ids = new Map(looks.map(({ name, ids }) => [HOME + name, new Set(ids)]))
    return looks.flatMap(({ name, hrefs }) => [...new Set(hrefs)].filter(href => {
        if (!href.startsWith('file:')) return false
        const [page, id] = href.split('#')
        return !ids.has(page) || (id && !ids.get(page).has(decodeURIComponent(id)))
    }).map(href => `${name}: leads nowhere: ${href}`))
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-quic'] })
try {
    const names = (await readdir(folder)).filter(name => name.endsWith('.html')).sort()
    if (!names.includes('index.html')) throw new Error(`there is no index.html in ${folder}`)
    const queue = [...names], looks = []
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        while (queue.length) looks.push(await look(browser, queue.shift()))
    }))
    const findings = [...looks.flatMap(({ findings }) => findings), ...lost(looks)]
    const axe = page => page.evaluate(AXE).then(() => page.evaluate(check, RULES))
    const done = await hands(browser, HOME, WIDTHS, complaining, axe)
    const quiz = await quizzes(browser, HOME, names, WIDTHS, complaining, axe)
    const asked = looks.reduce((sum, each) => sum + each.asked, 0)
    const summary = `${names.length} pages at ${WIDTHS.join(', ')}, light and dark; ${asked} rules of axe, ${done.steps + quiz.steps} steps by keyboard, ${quiz.played} pages with a quiz`
    console.log(JSON.stringify({ summary, findings: [...findings, ...done.findings, ...quiz.findings] }))
} catch (error) {
    console.error(error.message)
    process.exitCode = 1
} finally {
    await browser.close()
}
