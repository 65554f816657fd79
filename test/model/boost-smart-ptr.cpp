// REQUIRES: boost
// RUN: %prove-model Boost.SmartPtr %s

// Names every type and member that libraries/boost-smart-ptr.yaml models.

#include <boost/intrusive_ptr.hpp>
#include <boost/shared_ptr.hpp>
#include <boost/weak_ptr.hpp>

struct Counted {
  int Uses = 0;
  friend void intrusive_ptr_add_ref(Counted *C) { ++C->Uses; }
  friend void intrusive_ptr_release(Counted *C) { --C->Uses; }
};

void shared() {
  boost::shared_ptr<Counted> Owner(new Counted), Other;
  (void)Owner.get();
  (void)*Owner;
  (void)Owner->Uses;
  boost::shared_ptr<int[]> Several(new int[2]);
  (void)Several[0];
  Owner.swap(Other);
  Owner.reset();
}

void weak(boost::shared_ptr<Counted> Owner) {
  boost::weak_ptr<Counted> Observer(Owner), Other;
  (void)Observer.lock();
  Observer.swap(Other);
  Observer.reset();
}

void intrusive() {
  Counted Object;
  boost::intrusive_ptr<Counted> Owner(&Object), Other;
  (void)Owner.get();
  (void)*Owner;
  (void)Owner->Uses;
  Owner.swap(Other);
  Owner.reset();
}
