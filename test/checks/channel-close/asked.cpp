// RUN: %check %s joinery-channel-close
// Channels that are asked whether they are closed.

#include <boost/thread/sync_bounded_queue.hpp>

bool broken();

// Reports.

void notAsked(boost::sync_bounded_queue<int> &Numbers) {
  if (broken())
    Numbers.close();
  Numbers.push_back(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

// Stays silent.

void askedBeforeTheSend(boost::sync_bounded_queue<int> &Numbers) {
  if (broken())
    Numbers.close();
  if (!Numbers.closed())
    Numbers.push_back(1);
}

void askedInACondition(boost::sync_bounded_queue<int> &Numbers, bool Wanted) {
  if (broken())
    Numbers.close();
  if (Wanted && !Numbers.closed())
    Numbers.push_back(1);
}

void leavesWhenClosed(boost::sync_bounded_queue<int> &Numbers) {
  if (broken())
    Numbers.close();
  if (Numbers.closed())
    return;
  Numbers.push_back(1);
}
