import { useEffect, useRef, useState } from 'react';
import * as pdf from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { fetchFile } from '@/api/files.ts';
import { count } from '@/text/format.ts';
import { Failed, Loading } from '@/ui/States.tsx';
import './pdf.css';

pdf.GlobalWorkerOptions.workerSrc = worker;

/** A PDF as pages below each other. Drawn by pdf.js: phones show no PDF inside a page, and its text can be selected and heard. */
export function PdfPages({ path, name }: { path: string; name: string }) {
  const [document_, setDocument] = useState<pdf.PDFDocumentProxy>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const leaving = new AbortController();
    let task: pdf.PDFDocumentLoadingTask | undefined;
    (async () => {
      const file = await fetchFile(path, leaving.signal);
      task = pdf.getDocument({ data: await file.arrayBuffer() });
      setDocument(await task.promise);
    })().catch((problem: unknown) => {
      if (!leaving.signal.aborted) setFailure(problem);
    });
    return () => {
      leaving.abort();
      void task?.destroy();
    };
  }, [path]);
  if (failure !== undefined) return <Failed failure={failure} />;
  if (!document_) return <Loading />;
  return (
    <div tabIndex={0} role="region" aria-label={`${name} 내용`} className="grid gap-4">
      <p role="status" className="num text-sm text-ink-3">{count(document_.numPages)}쪽</p>
      {Array.from({ length: document_.numPages }, (_, index) => <Page key={index} document={document_} number={index + 1} />)}
    </div>
  );
}

function Page({ document: source, number }: { document: pdf.PDFDocumentProxy; number: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let task: pdf.RenderTask | undefined;
    let gone = false;
    void (async () => {
      const page = await source.getPage(number);
      if (gone || !frame.current || !canvas.current || !text.current) return;
      const natural = page.getViewport({ scale: 1 });
      const scale = frame.current.clientWidth / natural.width;
      const sharp = page.getViewport({ scale: scale * Math.min(window.devicePixelRatio, 2) });
      Object.assign(canvas.current, { width: Math.floor(sharp.width), height: Math.floor(sharp.height) });
      task = page.render({ canvas: canvas.current, viewport: sharp });
      await task.promise.catch(() => undefined);
      if (gone) return;
      frame.current.style.setProperty('--total-scale-factor', String(scale));
      await new pdf.TextLayer({ textContentSource: await page.getTextContent(), container: text.current, viewport: page.getViewport({ scale }) }).render().catch(() => undefined);
    })();
    return () => {
      gone = true;
      task?.cancel();
      text.current?.replaceChildren();
    };
  }, [source, number]);
  return (
    <div ref={frame} className="pdf-page">
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className="pdf-text" />
    </div>
  );
}
