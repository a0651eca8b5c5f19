// Linking and recording beside an article. Everything works without: as plain forms that lead back.
import { listenForPanel } from 'newsdesk/people-panel';
import { offerExceptions } from 'newsdesk/exceptions';
import { followTheMeeting } from 'newsdesk/known-meetings';

document.documentElement.classList.add('has-script');
if (document.getElementById('people-panel')) listenForPanel();
const form = document.getElementById('record_form');
if (form) {
  offerExceptions(form);
  followTheMeeting(form);
}
