// RUN: %check %s --model=%S/Inputs/courier.yaml joinery-forgotten-sender
// Capacities as a user's model tells them: by argument, by default, by type,
// fixed, unlimited, and one less than asked for.
#include "Inputs/courier.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

int quote(const std::string &broker);
bool cancelled();
void idle();

// Reports.

std::optional<int> defaultHoldsOne(const std::string &a, const std::string &b) {
  auto quotes = std::make_shared<courier::Pipe<int>>();
  for (const auto &broker : {a, b})
    courier::sendOff([=] { quotes->bring(quote(broker)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  return quotes->fetchWithin(1s);
}

std::optional<int> zeroHoldsNothing(const std::string &broker) {
  auto quotes = std::make_shared<courier::Pipe<int>>(0);
  courier::sendOff([=] { quotes->bring(quote(broker)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  return quotes->fetchWithin(1s);
}

std::optional<int> rackHoldsTwo(const std::vector<std::string> &brokers) {
  auto quotes = std::make_shared<courier::Rack<int, 2>>();
  for (const auto &broker : brokers)
    courier::sendOff([=] { quotes->bring(quote(broker)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  return quotes->fetchWithin(1s);
}

std::optional<int> slotHoldsOne(const std::string &broker) {
  auto quotes = std::make_shared<courier::Slot<int>>();
  courier::sendOff([=] {
    quotes->bring(quote(broker));
    quotes->bring(quote("re: " + broker));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  });
  return quotes->fetchWithin(1s);
}

std::optional<int> ringOfTwoHoldsOne(const std::string &broker) {
  auto quotes = std::make_shared<courier::Ring<int>>(2);
  courier::sendOff([=] {
    quotes->bring(quote(broker));
    quotes->bring(quote("re: " + broker));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  });
  return quotes->fetchWithin(1s);
}

std::optional<int> cancelsAPoll(const std::string &broker) {
  auto quotes = std::make_shared<courier::Pipe<int>>(0);
  courier::sendOff([=] { quotes->bring(quote(broker)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  while (!cancelled()) {
    if (auto offered = quotes->glance())
      return offered;
    idle();
  }
  return std::nullopt;
}

std::optional<int> closingARackFreesNoSender(const std::string &broker) {
  auto quotes = std::make_shared<courier::Rack<int, 1>>();
  courier::sendOff([=] {
    quotes->bring(quote(broker));
    quotes->bring(quote("re: " + broker));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  });
  auto offered = quotes->fetchWithin(1s);
  quotes->shut();
  return offered;
}

// The capacity that a derived class gives its base is not seen.
class Quotes : public courier::Pipe<int> {
public:
  Quotes() : courier::Pipe<int>(0) {}
};

std::optional<int> FN_derivedFromAPipe(const std::string &broker) {
  auto quotes = std::make_shared<Quotes>();
  courier::sendOff([=] { quotes->bring(quote(broker)); });
  return quotes->fetchWithin(1s);
}

// Stays silent.

std::optional<int> argumentHoldsTwo(const std::string &a,
                                    const std::string &b) {
  auto quotes = std::make_shared<courier::Pipe<int>>(2);
  for (const auto &broker : {a, b})
    courier::sendOff([=] { quotes->bring(quote(broker)); });
  return quotes->fetchWithin(1s);
}

std::optional<int> sizeHoldsAll(const std::vector<std::string> &brokers) {
  auto quotes = std::make_shared<courier::Pipe<int>>(brokers.size());
  for (const auto &broker : brokers)
    courier::sendOff([=] { quotes->bring(quote(broker)); });
  return quotes->fetchWithin(1s);
}

std::optional<int> namedSizeHoldsAll(const std::vector<std::string> &brokers) {
  const std::size_t count = brokers.size();
  courier::Pipe<int> quotes(count);
  std::vector<std::jthread> asking;
  for (std::size_t i = 0; i < count; ++i)
    asking.emplace_back([&, i] { quotes.bring(quote(brokers[i])); });
  return quotes.fetchWithin(1s);
}

std::optional<int> defaultHoldsItsOnlyQuote(const std::string &broker) {
  auto quotes = std::make_shared<courier::Pipe<int>>();
  courier::sendOff([=] { quotes->bring(quote(broker)); });
  return quotes->fetchWithin(1s);
}

std::optional<int> slotHoldsItsOnlyQuote(const std::string &broker) {
  auto quotes = std::make_shared<courier::Slot<int>>();
  courier::sendOff([=] { quotes->bring(quote(broker)); });
  return quotes->fetchWithin(1s);
}

std::optional<int> heapHoldsAll(const std::vector<std::string> &brokers) {
  auto quotes = std::make_shared<courier::Heap<int>>();
  for (const auto &broker : brokers)
    courier::sendOff([=] { quotes->bring(quote(broker)); });
  return quotes->fetchWithin(1s);
}

std::optional<int> ringOfThreeHoldsTwo(const std::string &broker) {
  auto quotes = std::make_shared<courier::Ring<int>>(3);
  courier::sendOff([=] {
    quotes->bring(quote(broker));
    quotes->bring(quote("re: " + broker));
  });
  return quotes->fetchWithin(1s);
}

std::optional<int> offersOnly(const std::vector<std::string> &brokers) {
  auto quotes = std::make_shared<courier::Pipe<int>>(1);
  for (const auto &broker : brokers)
    courier::sendOff([=] { quotes->offer(quote(broker)); });
  return quotes->fetchWithin(1s);
}

std::optional<int> bringsWithPatience(const std::vector<std::string> &brokers) {
  auto quotes = std::make_shared<courier::Pipe<int>>(1);
  for (const auto &broker : brokers)
    courier::sendOff([=] { quotes->bringWithin(quote(broker), 2s); });
  return quotes->fetchWithin(1s);
}

std::optional<int> stopsTheOthers(const std::vector<std::string> &brokers) {
  courier::Pipe<int> quotes(0);
  std::vector<std::jthread> asking;
  for (const auto &broker : brokers)
    asking.emplace_back([&quotes, broker](std::stop_token stop) {
      quotes.bringUnless(quote(broker), stop);
    });
  return quotes.fetchWithin(1s);
}

std::optional<int> closingAPipeFreesItsSender(const std::string &broker) {
  auto quotes = std::make_shared<courier::Pipe<int>>(0);
  courier::sendOff([=] { quotes->bring(quote(broker)); });
  auto offered = quotes->fetchWithin(1s);
  quotes->shut();
  return offered;
}

std::optional<int> pollsUntilThereIsAQuote(const std::string &broker) {
  auto quotes = std::make_shared<courier::Pipe<int>>(0);
  courier::sendOff([=] { quotes->bring(quote(broker)); });
  for (;;) {
    if (auto offered = quotes->glance())
      return offered;
    idle();
  }
}
