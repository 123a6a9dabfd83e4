import { operations } from '#contract/complaints.ts'
import { route } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import { answerComplaint, replyToAnswer, revealComplainant } from './commands/answer-complaint.ts'
import { fileComplaint } from './commands/file-complaint.ts'
import { complaintFile, listComplaints, listOwnComplaints } from './queries/complaints.ts'
import { listComplaintTargets } from './queries/levels.ts'

export const complaints: AppModule = {
  name: 'complaints',
  routes: [
    route('listComplaintTargets', operations.listComplaintTargets, 'own.read', listComplaintTargets),
    route('fileComplaint', operations.fileComplaint, 'own.write', fileComplaint),
    route('listOwnComplaints', operations.listOwnComplaints, 'own.read', listOwnComplaints),
    route('replyToAnswer', operations.replyToAnswer, 'own.write', replyToAnswer),
    route('listComplaints', operations.listComplaints, 'complaints.handle', listComplaints),
    route('getComplaint', operations.getComplaint, 'complaints.handle', complaintFile),
    route('answerComplaint', operations.answerComplaint, 'complaints.handle', answerComplaint),
    route('revealComplainant', operations.revealComplainant, 'complaints.handle', revealComplainant),
  ],
}
