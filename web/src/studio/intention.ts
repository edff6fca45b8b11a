import { useRef } from 'react';
import { newKey } from '@/api/client.ts';
import { Problem } from '@/api/problem.ts';

/** One Idempotency-Key for one intention: the same for every try of it, another once it was answered, whatever the answer was. */
export function useIntention() {
  const key = useRef(newKey());
  return async <T>(act: (header: { 'Idempotency-Key': string }) => Promise<T>): Promise<T> => {
    try {
      const answer = await act({ 'Idempotency-Key': key.current });
      key.current = newKey();
      return answer;
    } catch (failure) {
      if (failure instanceof Problem && failure.code !== 'IDEMPOTENCY_KEY_IN_USE') key.current = newKey();
      throw failure;
    }
  };
}
