import { chromium } from 'playwright-core';
import { startProduct } from '../tests/support/product.ts';
import { NADJA, PASSWORD } from '../tests/support/browser.ts';
const product = await startProduct('/tmp/me/demo.db');
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
const c = await b.newContext({locale:'de-DE',baseURL:product.origin}); const p = await c.newPage();
await p.goto('/login'); await p.getByLabel('E-Mail').fill(NADJA); await p.getByLabel('Passwort').fill(PASSWORD); await p.getByRole('button',{name:'Anmelden'}).click(); await p.waitForURL('/');
for (const path of process.argv.slice(2)) { await p.goto(path); console.log('==',path, await p.title());
 console.log(await p.evaluate(()=>[...document.querySelectorAll('main label, main legend, main button, main summary, main a.btn')].map(e=>{const f=(e as HTMLLabelElement).control as any; return e.tagName+': '+(e.textContent??'').trim().replace(/\s+/g,' ').slice(0,80)+(f?` [${f.name} ${f.type}${f.tagName==='SELECT'?' '+[...f.options].map((o:any)=>o.value).slice(0,14).join('|'):''}]`:'')+(e.closest('form')?.getAttribute('action')?` {${e.closest('form')!.getAttribute('action')}}`:'')}).join('\n'))); }
await b.close(); await product.stop();
