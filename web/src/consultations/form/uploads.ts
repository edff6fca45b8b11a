import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/api/client.ts';
import { ConsultationDraft } from '@/api/generated/limits.ts';
import { explain } from '@/api/problem.ts';
import type { Schema } from '@/api/types.ts';
import { upload } from '@/api/upload.ts';

interface Underway { key: number; file: File; part: number; waiting: boolean; failure?: string }

export interface Uploads {
  list: Underway[];
  add: (files: File[]) => void;
  again: (key: number) => void;
  drop: (key: number) => void;
  remove: (file: Schema['UploadedFile']) => void;
}

/** Files on their way. They go on while other steps are filled in; what has arrived belongs to the draft. */
export function useUploads(attached: () => Schema['UploadedFile'][], change: (files: Schema['UploadedFile'][]) => void): Uploads {
  const [list, setList] = useState<Underway[]>([]);
  const running = useRef(new Map<number, AbortController>());
  const next = useRef(0);

  useEffect(() => {
    const all = running.current;
    return () => all.forEach((one) => one.abort());
  }, []);

  const start = useCallback((key: number, file: File) => {
    const controller = new AbortController();
    running.current.set(key, controller);
    const change_ = (news: Partial<Underway>) => setList((all) => all.map((one) => (one.key === key ? { ...one, ...news } : one)));
    upload(file, (part) => change_(part === 'waiting' ? { waiting: true } : { waiting: false, part }), controller.signal)
      .then((done) => {
        setList((all) => all.filter((one) => one.key !== key));
        change([...attached(), done]);
      })
      .catch((problem: unknown) => {
        if (!controller.signal.aborted) change_({ failure: explain(problem) });
      })
      .finally(() => running.current.delete(key));
  }, [attached, change]);

  return {
    list,
    add(files) {
      const room = ConsultationDraft.attachmentIds.maxItems - attached().length - list.length;
      const taken = files.slice(0, Math.max(0, room)).map((file) => ({ key: next.current++, file, part: 0, waiting: false }));
      setList((all) => [...all, ...taken]);
      for (const { key, file } of taken) start(key, file);
    },
    again(key) {
      const one = list.find((candidate) => candidate.key === key);
      if (!one) return;
      setList((all) => all.map((candidate) => (candidate.key === key ? { key, file: candidate.file, part: 0, waiting: false } : candidate)));
      start(key, one.file);
    },
    drop(key) {
      running.current.get(key)?.abort();
      setList((all) => all.filter((one) => one.key !== key));
    },
    remove(file) {
      change(attached().filter((one) => one.id !== file.id));
      // What is attached to nothing is cleared away by the service anyway.
      void api.DELETE('/api/files/{id}', { params: { path: { id: file.id } } }).catch(() => undefined);
    },
  };
}
