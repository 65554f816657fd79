// REQUIRES: boost
// RUN: %prove-model "Boost.Asio except \
// RUN:   boost::asio::experimental::basic_channel \
// RUN:   boost::asio::experimental::basic_concurrent_channel" %s

// Names what libraries/boost-asio.yaml models and Boost 1.74 has. The channels
// came later; asio.cpp proves their names in the other namespace.

// This version asks Clang for coroutines of the past.
#define BOOST_ASIO_HAS_CO_AWAIT
#define BOOST_ASIO_HAS_STD_COROUTINE
#include <utility> // Its headers forget to include it.

#include <boost/asio.hpp>

#define NAMESPACE boost::asio
#include "Inputs/asio.h"
