// Opens an EPUB in foliate-js in headless Chromium, on a tablet's screen and on a phone's, and turns its pages to the end.
//
// usage: node foliate.mjs book.epub /path/to/chromium
//
// Prints {"summary": string, "findings": [string]}. A finding is anything the browser or the reader complains about, a
// request that leaves this machine, a page turn that leads nowhere, a section without text or picture, something wider
// than the screen, a line that no page showed, a contents entry that leads nowhere, or a chapter whose title was not seen.
import { reading, SCREENS } from './reader.mjs'

const [book, executablePath] = process.argv.slice(2)
// The reader shows a book's pages in such a frame; the book has no part in it.
const EXPECTED = ['An iframe which has both allow-scripts and allow-same-origin']

// Runs in the page. After every turn it notes the text in view, by the reader's own range (`text`) and by where each line
// stands on the screen (`lines`: for each text node, the numbers of its lines that have been in view).
const read = async () => {
    await import('/view.js')
    const plain = text => text.replace(/\u00ad/g, '').replace(/\s+/g, ' ').trim()
    const view = document.createElement('foliate-view')
    view.style.cssText = 'position: fixed; inset: 0'
    document.body.append(view)
    await view.open(new File([await (await fetch('/book.epub')).blob()], 'book.epub'))
    // With its first frame the reader notes how large it is. If a section is just being loaded then, it fails: it would set
    // the style of a page that has no elements yet (foliate-js 1.0.1, Paginator.render).
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    let here = null
    view.renderer.addEventListener('relocate', ({ detail }) => here = `${detail.index}/${detail.fraction}`)

    const sections = new Map()
    const open = (doc, index) => {
        const lines = new Map()
        const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) if (plain(walker.currentNode.data)) lines.set(walker.currentNode, new Set())
        const tooWide = element => [...element.getClientRects()].some(({ width }) => width > innerWidth)
        const wide = [...doc.body.querySelectorAll('*')].filter(tooWide).map(({ localName, id }) => `${localName}#${id}`)
        sections.set(index, { title: doc.title, pictures: doc.querySelectorAll('img, svg').length, lines, text: [], wide })
    }
    const rects = node => {
        const range = node.ownerDocument.createRange()
        range.selectNode(node)
        return [...range.getClientRects()]
    }
    // When the fonts are there, the reader breaks the section into pages anew, with the next frame.
    const settled = async doc => {
        do {
            await doc.fonts.ready
            await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        } while (doc.fonts.status !== 'loaded')
    }
    const look = async () => {
        const [{ doc, index }] = view.renderer.getContents()
        await settled(doc)
        if (!sections.has(index)) open(doc, index)
        const section = sections.get(index)
        const frame = doc.defaultView.frameElement.getBoundingClientRect()
        const within = ({ left, right, top, bottom }) => {
            const middle = frame.top + (top + bottom) / 2
            return frame.left + left > -1 && frame.left + right < innerWidth + 1 && middle > 0 && middle < innerHeight
        }
        for (const [node, seen] of section.lines) {
            if (node.unread === false) continue
            const all = rects(node)
            all.forEach((rect, number) => within(rect) && seen.add(number))
            node.unread = seen.size < all.length
        }
        section.unread = [...section.lines.keys()].filter(node => node.unread).map(node => plain(node.data))
        section.text.push(view.lastLocation.range?.toString() ?? '')
    }

    const findings = []
    let turns = 0
    while (!turns || !view.renderer.atEnd) {
        const before = here
        await view.renderer.next()
        if (here === before) {
            findings.push(`turn ${turns + 1} leads nowhere: the reader stays at section/fraction ${here}`)
            break
        }
        await look()
        turns++
    }

    const linear = view.book.sections.flatMap((section, index) => section.linear === 'no' ? [] : [index])
    for (const index of linear) {
        const section = sections.get(index)
        const name = `section ${index} (${section?.title})`
        if (!section) findings.push(`section ${index} was never shown`)
        else if (!section.lines.size && !section.pictures) findings.push(`${name} is empty`)
        for (const element of section?.wide ?? []) findings.push(`${name}: ${element} is wider than the screen`)
        for (const text of section?.unread ?? []) findings.push(`${name}: no page showed all of "${text.slice(0, 80)}"`)
    }
    const seen = plain([...sections.values()].map(({ text }) => text.join(' ')).join(' ')).toLowerCase()
    const chapters = view.book.toc ?? []
    for (const { label } of chapters)
        if (!seen.includes(plain(label).toLowerCase())) findings.push(`the chapter title "${plain(label)}" was not seen`)
    const entries = list => (list ?? []).flatMap(entry => [entry, ...entries(entry.subitems)])
    for (const { label, href } of entries(chapters)) {
        const target = href && view.resolveNavigation(href)
        if (!target || !(target.index >= 0)) findings.push(`contents entry "${plain(label)}" leads nowhere (${href})`)
        else if (await view.goTo(href), href.includes('#') && !target.anchor(view.renderer.getContents()[0].doc))
            findings.push(`contents entry "${plain(label)}" has no target (${href})`)
    }
    if (!chapters.length) findings.push('the book has no contents')
    if (!seen) findings.push('no text was seen')
    const summary = `${turns} pages, ${linear.length} sections, ${chapters.length} titles`
    return { summary, findings }
}

const judge = async (browser, home, screen) => {
    const page = await browser.newPage({ viewport: SCREENS[screen] })
    const complaints = new Set()
    page.on('console', message => {
        if (!['error', 'warning'].includes(message.type())) return
        if (EXPECTED.some(start => message.text().startsWith(start))) return
        complaints.add(`console ${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', error => complaints.add(`uncaught: ${error.message}`))
    page.on('requestfailed', request => complaints.add(`failed request: ${request.url()} ${request.failure()?.errorText}`))
    await page.route(url => !['blob:', 'data:', 'about:'].includes(url.protocol) && !url.href.startsWith(home), route => {
        complaints.add(`request to another machine: ${route.request().url()}`)
        return route.abort()
    })
    await page.goto(home)
    const { summary, findings } = await page.evaluate(read)
    await page.close()
    return { summary: `${screen}: ${summary}`, findings: [...complaints, ...findings].map(it => `${screen}: ${it}`) }
}

await reading(book, executablePath, async (browser, home) => {
    // At the same time: the reader waits a tenth of a second after every turn.
    const reports = await Promise.all(Object.keys(SCREENS).map(screen => judge(browser, home, screen)))
    const summary = reports.map(report => report.summary).join('; ')
    return { summary, findings: reports.flatMap(report => report.findings) }
})
