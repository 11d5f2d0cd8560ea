// Opens an EPUB in foliate-js in headless Chromium, on a tablet's screen, and turns to each printed page by its number.
//
// usage: node turn_to.mjs book.epub /path/to/chromium [number picture.png]
//
// Prints {number: text}, for every page that the book lists: the first letters behind its marker that are on the screen
// then, but for those in diagrams. With a number, it turns to that page alone, and takes a picture of the screen.
import { reading, SCREENS } from './reader.mjs'

const [book, executablePath, only, picture] = process.argv.slice(2)

// Runs in the page.
const turn = async only => {
    await import('/view.js')
    const view = document.createElement('foliate-view')
    view.style.cssText = 'position: fixed; inset: 0'
    document.body.append(view)
    await view.open(new File([await (await fetch('/book.epub')).blob()], 'book.epub'))

    const shown = (doc, marker) => {
        const frame = doc.defaultView.frameElement.getBoundingClientRect()
        const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT)
        const range = doc.createRange()
        let text = ''
        walker.currentNode = marker
        while (walker.nextNode() && text.length < 200) {
            const { data, parentElement } = walker.currentNode
            if (parentElement.closest('svg')) continue
            for (let at = 0; at < data.length && text.length < 200; at++) {
                range.setStart(walker.currentNode, at)
                range.setEnd(walker.currentNode, at + 1)
                const { left, right, top, bottom, width } = range.getBoundingClientRect()
                const middle = frame.top + (top + bottom) / 2
                const within = frame.left + left > -1 && frame.left + right < innerWidth + 1
                if (!width || (within && middle > 0 && middle < innerHeight)) text += data[at]
            }
        }
        return text
    }
    const found = {}
    for (const { label, href } of view.book.pageList ?? []) {
        if (only && label !== only) continue
        await view.goTo(href)
        const [{ doc }] = view.renderer.getContents()
        await doc.fonts.ready
        found[label] = shown(doc, doc.getElementById(href.split('#')[1]))
    }
    return found
}

await reading(book, executablePath, async (browser, home) => {
    const page = await browser.newPage({ viewport: SCREENS.tablet })
    await page.goto(home)
    const found = await page.evaluate(turn, only)
    if (picture) await page.screenshot({ path: picture })
    return found
})
