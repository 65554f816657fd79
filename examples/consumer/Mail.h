#ifndef CONSUMER_MAIL_H
#define CONSUMER_MAIL_H

#include <string>

/// Sends a mail in a task of its own.
void sendLater(const std::string &To);

#endif // CONSUMER_MAIL_H
