import type { FastifyRequest } from 'fastify';
import { err, ok, type Result } from '#domain';
import { CUT_OFF, mended, type Problem } from './problem.js';
import { formOptions } from './send-options.js';

/** A form with one file, and perhaps how to take it. */
export type SentForm = {
  readonly file: { readonly bytes: Buffer; readonly name: string };
  readonly options: ReturnType<typeof formOptions.parse>;
};

const ONE_FILE = 'Send a form with one file, in a field of any name.';

/** Reads the form to its end. A second file is refused rather than left out in silence. */
export async function readForm(request: FastifyRequest): Promise<Result<SentForm, Problem>> {
  const fields = new Map<string, string>();
  let file: SentForm['file'] | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { bytes: await part.toBuffer(), name: part.filename };
      else fields.set(part.fieldname, String(part.value));
    }
  } catch (error) {
    return err(problemOf(error));
  }
  const options = formOptions.safeParse(Object.fromEntries(fields));
  if (!file) return err(mended('BODY_UNREADABLE', ONE_FILE));
  if (options.success) return ok({ file, options: options.data });
  const wrong = options.error.issues.map((issue) => issue.path.join('.')).join(', ');
  return err(mended('BODY_UNREADABLE', `Mend the form's fields: ${wrong}.`));
}

/** What the form's reader says of a form that it cannot read. Without a code of its own, the form ended too soon. */
function problemOf(error: unknown): Problem {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'FST_FILES_LIMIT') return mended('BODY_UNREADABLE', ONE_FILE);
  if (code === undefined || code === 'FST_MP_PREMATURE_CLOSE') return CUT_OFF;
  throw error;
}
