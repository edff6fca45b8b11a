import { useQuery } from '@tanstack/react-query';
import { get } from '@/api/queries.ts';
import { PageTitle } from '@/ui/Page.tsx';
import { Loaded } from '@/ui/States.tsx';
import { DeleteAccount } from './DeleteAccount.tsx';
import { EmailForm } from './EmailForm.tsx';
import { ExportAccount } from './ExportAccount.tsx';
import { MailPreferences } from './MailPreferences.tsx';
import { Marketing } from './Marketing.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { Sessions } from './Sessions.tsx';

export function Account() {
  const profile = useQuery(get('/api/users/me'));
  return (
    <div className="mx-auto max-w-3xl">
      <PageTitle title="내 정보" />
      <div className="grid gap-6">
        <Loaded query={profile}>{(me) => <>
          <ProfileForm key={me.version} profile={me} />
          <EmailForm profile={me} />
          <Marketing profile={me} />
        </>}</Loaded>
        <MailPreferences />
        <PasswordForm />
        <Sessions />
        <ExportAccount />
        <DeleteAccount />
      </div>
    </div>
  );
}
